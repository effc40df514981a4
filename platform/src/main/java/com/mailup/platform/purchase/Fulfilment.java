package com.mailup.platform.purchase;

import com.mailup.platform.account.Account;
import com.mailup.platform.account.Accounts;
import com.mailup.platform.billing.BillingStore;
import com.mailup.platform.invoice.Invoices;
import com.mailup.platform.invoice.Sale;
import com.mailup.platform.page.Days;
import com.mailup.platform.page.Languages;
import com.mailup.platform.planjob.PlanJobs;
import com.mailup.platform.purchase.Order.State;
import com.mailup.platform.service.AdditionalServices;
import com.mailup.platform.sms.SmsCredits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows a payment, in one transaction: the order is paid, the invoice is issued, and the product is delivered.
 */
@Component
class Fulfilment {

    private final Orders orders;
    private final Accounts accounts;
    private final Catalogue catalogue;
    private final Invoices invoices;
    private final BillingStore billing;
    private final PlanJobs plans;
    private final SmsCredits credits;
    private final AdditionalServices services;
    private final Terms terms;
    private final Clock clock;

    Fulfilment(
            Orders orders,
            Accounts accounts,
            Catalogue catalogue,
            Invoices invoices,
            BillingStore billing,
            PlanJobs plans,
            SmsCredits credits,
            AdditionalServices services,
            Terms terms,
            Clock clock) {
        this.orders = orders;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.invoices = invoices;
        this.billing = billing;
        this.plans = plans;
        this.credits = credits;
        this.services = services;
        this.terms = terms;
        this.clock = clock;
    }

    /** Once, however often it is called. */
    @Transactional
    public State paid(long id, String reference) {
        Order order = orders.lock(id);
        Account buyer = accounts.lock(order.account());
        if (!orders.settle(id, State.PAID)) {
            return order.state();
        }
        Instant now = clock.instant();
        Product product = catalogue.find(order.product(), Languages.ALL.get(0)).orElseThrow();
        orders.pay(order, reference, now);
        Optional<Term> term = deliver(buyer, order, product, now);
        // Last, since everybody's invoices wait for the number that is taken here.
        invoices.issue(sale(order, term, now));
        return State.PAID;
    }

    @Transactional
    public State declined(long id) {
        orders.settle(id, State.DECLINED);
        return orders.lock(id).state();
    }

    private Optional<Term> deliver(Account buyer, Order order, Product product, Instant now) {
        Optional<Term> term = terms.of(buyer, product, now);
        switch (product.kind()) {
            case EDITION -> {
                accounts.activate(buyer.id(), product.code(), term.orElseThrow().until());
                plans.add(buyer.id(), now);
            }
            case SERVICE ->
                services.add(
                        buyer.id(),
                        order.id(),
                        product.code(),
                        term.orElseThrow().until());
            case SMS -> credits.add(buyer.id(), order.id(), product.credits(), now);
        }
        return term;
    }

    private Sale sale(Order order, Optional<Term> term, Instant now) {
        LocalDate from = term.map(Term::from).map(Days::of).orElse(null);
        LocalDate until = term.map(Term::until).map(Days::of).orElse(null);
        return new Sale(
                order.account(),
                order.id(),
                now,
                order.product(),
                from,
                until,
                order.net().cents(),
                order.vatPercent(),
                order.total().cents(),
                billing.ofOrder(order.id()));
    }
}
