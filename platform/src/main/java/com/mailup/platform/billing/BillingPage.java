package com.mailup.platform.billing;

import com.mailup.platform.account.Account;
import com.mailup.platform.account.SignedIn;
import com.mailup.platform.page.NextPage;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom invoices are made out to: looked at, filled in and changed. */
@Controller
class BillingPage {

    static final String PATH = "/abbonamento/fatturazione";

    private final BillingStore store;

    BillingPage(BillingStore store) {
        this.store = store;
    }

    /** By its constructor only: Spring fails on {@code company[0]}, a part of a text. */
    @InitBinder
    void bind(WebDataBinder binder) {
        binder.setDeclarativeBinding(true);
    }

    /** @param next where it leads once saved, see {@link NextPage} */
    @GetMapping(PATH)
    String look(
            @SignedIn Account account,
            @RequestParam(name = NextPage.PARAMETER, defaultValue = "") String next,
            Model page,
            Locale language) {
        BillingForm form = store.of(account.id()).map(BillingForm::of).orElse(BillingForm.EMPTY);
        return show(form, Map.of(), NextPage.parse(next), page, language);
    }

    @PostMapping(PATH)
    String save(
            @SignedIn Account account,
            @ModelAttribute("form") BillingForm form,
            @RequestParam(name = NextPage.PARAMETER, defaultValue = "") String next,
            Model page,
            Locale language,
            RedirectAttributes flash) {
        Map<String, String> wrong = BillingCheck.of(form);
        if (!wrong.isEmpty()) {
            return show(form, wrong, NextPage.parse(next), page, language);
        }
        store.save(account.id(), form.data());
        return NextPage.parse(next).redirect(flash, "billing.saved");
    }

    private static String show(
            BillingForm form, Map<String, String> wrong, NextPage next, Model page, Locale language) {
        page.addAttribute("form", form);
        page.addAttribute("wrong", wrong);
        page.addAttribute(NextPage.PARAMETER, next.page());
        page.addAttribute("countries", Country.all(language));
        return "billing";
    }
}
