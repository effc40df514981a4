package com.mailup.platform.subscription;

import com.mailup.platform.account.Account;
import com.mailup.platform.account.SignedIn;
import com.mailup.platform.billing.BillingStore;
import com.mailup.platform.invoice.Invoices;
import com.mailup.platform.payment.PaymentMethods;
import com.mailup.platform.purchase.Catalogue;
import com.mailup.platform.purchase.Order;
import com.mailup.platform.purchase.Orders;
import com.mailup.platform.purchase.Product;
import com.mailup.platform.purchase.Product.Kind;
import com.mailup.platform.purchase.Term;
import com.mailup.platform.service.AdditionalServices;
import com.mailup.platform.sms.SmsCredits;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** "Il mio abbonamento": all that an account has and may have, in one page. */
@Controller
class SubscriptionPage {

    private final Catalogue catalogue;
    private final SmsCredits credits;
    private final AdditionalServices services;
    private final BillingStore billing;
    private final PaymentMethods methods;
    private final Invoices invoices;
    private final Orders orders;
    private final Clock clock;

    SubscriptionPage(
            Catalogue catalogue,
            SmsCredits credits,
            AdditionalServices services,
            BillingStore billing,
            PaymentMethods methods,
            Invoices invoices,
            Orders orders,
            Clock clock) {
        this.catalogue = catalogue;
        this.credits = credits;
        this.services = services;
        this.billing = billing;
        this.methods = methods;
        this.invoices = invoices;
        this.orders = orders;
        this.clock = clock;
    }

    @GetMapping("/abbonamento")
    String subscription(@SignedIn Account account, Model page, Locale language) {
        page.addAttribute("daysLeft", account.daysLeft(clock.instant()));
        page.addAttribute(
                "edition",
                catalogue.find(String.valueOf(account.edition()), language).orElse(null));
        page.addAttribute("renewable", Term.renewable(account, clock.instant()));
        List<PendingOrder> open = pendingOrders(account, language);
        page.addAttribute("open", open);
        page.addAttribute(
                "openEdition", open.stream().anyMatch(it -> it.product().is(Kind.EDITION)));
        page.addAttribute("term", Term.next(account, clock.instant()));
        page.addAttribute("packs", credits.of(account.id()));
        page.addAttribute("balance", credits.balance(account.id()));
        page.addAttribute("smsProducts", catalogue.all(Kind.SMS, language));
        page.addAttribute("services", services.of(account.id(), language));
        page.addAttribute("serviceProducts", catalogue.all(Kind.SERVICE, language));
        page.addAttribute("billing", billing.of(account.id()).orElse(null));
        page.addAttribute("method", methods.of(account.id()).orElse(null));
        page.addAttribute("invoices", invoices.of(account.id(), language));
        return "subscription";
    }

    private List<PendingOrder> pendingOrders(Account account, Locale language) {
        return Stream.of(Kind.values())
                .flatMap(kind -> orders.open(account.id(), kind).stream())
                .map(order -> new PendingOrder(
                        order, catalogue.find(order.product(), language).orElseThrow()))
                .toList();
    }

    /** An order whose payment has not come yet. */
    record PendingOrder(Order order, Product product) {}
}
