package com.mailup.platform.purchase;

import com.mailup.platform.account.Account;
import com.mailup.platform.account.SignedIn;
import com.mailup.platform.billing.BillingData;
import com.mailup.platform.billing.BillingStore;
import com.mailup.platform.payment.PaymentMethod;
import com.mailup.platform.payment.PaymentMethods;
import com.mailup.platform.purchase.Order.State;
import com.mailup.platform.purchase.Product.Kind;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editions, the last look before one pays, and what has become of the order. */
@Controller
class PurchasePage {

    private final Catalogue catalogue;
    private final Checkout checkout;
    private final Settlement settlement;
    private final Orders orders;
    private final BillingStore billing;
    private final PaymentMethods methods;
    private final Clock clock;

    PurchasePage(
            Catalogue catalogue,
            Checkout checkout,
            Settlement settlement,
            Orders orders,
            BillingStore billing,
            PaymentMethods methods,
            Clock clock) {
        this.catalogue = catalogue;
        this.checkout = checkout;
        this.settlement = settlement;
        this.orders = orders;
        this.billing = billing;
        this.methods = methods;
        this.clock = clock;
    }

    @GetMapping("/acquisto")
    String editions(@SignedIn Account account, Model page, Locale language) {
        page.addAttribute("editions", catalogue.all(Kind.EDITION, language));
        page.addAttribute("daysLeft", account.daysLeft(clock.instant()));
        page.addAttribute(
                "open",
                orders.open(account.id(), Kind.EDITION).stream().findFirst().orElse(null));
        return "purchase";
    }

    /** What is to be paid, by whom and how. Each form is an order of its own; the same form sent twice is one. */
    @GetMapping("/acquisto/{code}")
    String checkout(
            @SignedIn Account account,
            @PathVariable("code") String code,
            Model page,
            Locale language,
            RedirectAttributes next) {
        Product product = product(code, language);
        if (!checkout.isAvailable(account, product)) {
            next.addFlashAttribute("notice", "purchase.not.now");
            return product.is(Kind.EDITION) ? "redirect:/acquisto" : "redirect:/abbonamento";
        }
        Optional<BillingData> company = billing.of(account.id());
        if (company.isEmpty()) {
            return "redirect:/abbonamento/fatturazione?next=acquisto/" + product.code();
        }
        Optional<PaymentMethod> method = methods.of(account.id());
        if (method.isEmpty()) {
            return "redirect:/abbonamento/pagamento?next=acquisto/" + product.code();
        }
        page.addAttribute("offer", checkout.offer(account, company.get(), product));
        page.addAttribute("billing", company.get());
        page.addAttribute("method", method.get());
        page.addAttribute("key", UUID.randomUUID());
        return "checkout";
    }

    /** @param shown what the page has shown; where that is not so any more, the page is shown again */
    @PostMapping("/acquisto/{code}")
    String order(
            @SignedIn Account account,
            @PathVariable("code") String code,
            @RequestParam("key") UUID key,
            @RequestParam(name = "offer", defaultValue = "") String shown,
            Locale language,
            RedirectAttributes next) {
        Optional<Order> placed = checkout.place(account.id(), key, product(code, language), shown);
        if (placed.isEmpty()) {
            next.addFlashAttribute("notice", "purchase.changed");
            return "redirect:/acquisto/" + code;
        }
        settlement.settle(placed.get());
        return "redirect:/ordini/" + key;
    }

    @GetMapping("/ordini/{key:[0-9a-f-]{36}}")
    String order(@SignedIn Account account, @PathVariable("key") UUID key, Model page, Locale language) {
        Order order =
                orders.find(account.id(), key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        page.addAttribute("order", order);
        page.addAttribute("product", product(order.product(), language));
        page.addAttribute("open", order.is(State.OPEN));
        return "order";
    }

    private Product product(String code, Locale language) {
        return catalogue.find(code, language).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
