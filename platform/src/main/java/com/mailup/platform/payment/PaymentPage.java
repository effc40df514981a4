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

    /** @param then where it leads once saved, see {@link NextPage} */
    @GetMapping(PATH)
    String look(@SignedIn Account account, @RequestParam(name = "then", defaultValue = "") String then, Model page) {
        return show(PaymentForm.of(methods.of(account.id())), NextPage.parse(then), page);
    }

    @PostMapping(PATH)
    String save(
            @SignedIn Account account,
            @RequestParam(name = "kind", defaultValue = "") String kind,
            @RequestParam(name = "card", defaultValue = "") String card,
            @RequestParam(name = "then", defaultValue = "") String then,
            Model page,
            RedirectAttributes next) {
        PaymentForm form = PaymentForm.typed(kind, card);
        if (!form.wrong().isEmpty()) {
            return show(form, NextPage.parse(then), page);
        }
        methods.save(account.id(), form.method());
        return NextPage.parse(then).redirect(next, "payment.saved");
    }

    private static String show(PaymentForm form, NextPage then, Model page) {
        page.addAttribute("form", form);
        page.addAttribute("then", then.page());
        // A real gateway's own field gives a token in their place.
        page.addAttribute("cards", SandboxGateway.CARDS);
        return "payment";
    }
}
