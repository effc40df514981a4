package com.mailup.platform.payment;

import com.mailup.platform.account.Account;
import com.mailup.platform.account.SignedIn;
import com.mailup.platform.page.NextPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How an account pays: looked at and changed. */
@Controller
class PaymentPage {

    static final String PATH = "/abbonamento/pagamento";

    private final PaymentMethods methods;

    PaymentPage(PaymentMethods methods) {
        this.methods = methods;
    }

    /** @param next where it leads once saved, see {@link NextPage} */
    @GetMapping(PATH)
    String look(
            @SignedIn Account account,
            @RequestParam(name = NextPage.PARAMETER, defaultValue = "") String next,
            Model page) {
        return show(PaymentForm.of(methods.of(account.id())), NextPage.parse(next), page);
    }

    @PostMapping(PATH)
    String save(
            @SignedIn Account account,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "card", defaultValue = "") String card,
            @RequestParam(name = NextPage.PARAMETER, defaultValue = "") String next,
            Model page,
            RedirectAttributes flash) {
        PaymentForm form = PaymentForm.typed(kind, card);
        if (!form.wrong().isEmpty()) {
            return show(form, NextPage.parse(next), page);
        }
        methods.save(account.id(), form.method());
        return NextPage.parse(next).redirect(flash, "payment.saved");
    }

    private static String show(PaymentForm form, NextPage next, Model page) {
        page.addAttribute("form", form);
        page.addAttribute(NextPage.PARAMETER, next.page());
        // A real gateway's own field gives a token in their place.
        page.addAttribute("cards", SandboxGateway.CARDS);
        return "payment";
    }
}
