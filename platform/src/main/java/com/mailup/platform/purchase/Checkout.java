package com.mailup.platform.purchase;

import com.mailup.platform.account.Account;
import com.mailup.platform.account.Accounts;
import com.mailup.platform.billing.BillingData;
import com.mailup.platform.billing.BillingStore;
import com.mailup.platform.payment.PaymentMethod;
import com.mailup.platform.payment.PaymentMethods;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders, each once however often its form is sent. No money moves here: see {@link Settlement}. */
@Component
class Checkout {

    /**
     * The request that places an order asks the gateway at once. If it fails before, the schedule asks after this time.
     */
    private static final Duration SETTLE_AFTER = Duration.ofSeconds(30);

    private final Accounts accounts;
    private final BillingStore billing;
    private final PaymentMethods methods;
    private final Orders orders;
    private final Terms terms;
    private final Clock clock;

    Checkout(Accounts accounts, BillingStore billing, PaymentMethods methods, Orders orders, Terms terms, Clock clock) {
        this.accounts = accounts;
        this.billing = billing;
        this.methods = methods;
        this.orders = orders;
        this.terms = terms;
        this.clock = clock;
    }

    /** What the account would pay and get now. */
    Offer offer(Account buyer, BillingData company, Product product) {
        Instant now = clock.instant();
        Term term = terms.of(buyer, product, now).orElse(null);
        return new Offer(
                Quote.of(product, company), term, term != null && term.from().isAfter(now));
    }

    /**
     * One edition at a time, and the same again while it runs; more of the platform only for those who have it. Neither an
     * edition nor the same service while one that was ordered is not paid yet.
     */
    boolean isAvailable(Account buyer, Product product) {
        List<Order> open = orders.open(buyer.id(), product.kind());
        return switch (product.kind()) {
            case EDITION -> open.isEmpty() && !(buyer.plan().paid() && hasAnother(buyer, product));
            case SERVICE ->
                buyer.plan().usable()
                        && open.stream().noneMatch(order -> order.product().equals(product.code()));
            case SMS -> buyer.plan().usable();
        };
    }

    private static boolean hasAnother(Account buyer, Product edition) {
        return buyer.edition() != null && !buyer.edition().equals(edition.code());
    }

    /**
     * The order of this form; nothing where billing data or payment are missing, the product is not to be had now, or it is
     * not what the page has shown.
     *
     * @param shown the {@link Offer#fingerprint()} of the page
     */
    @Transactional
    public Optional<Order> place(long account, UUID key, Product product, String shown) {
        Account buyer = accounts.lock(account);
        Optional<Order> before = orders.find(account, key);
        if (before.isPresent()) {
            return before;
        }
        Optional<Offer> offer = billing.of(account)
                .map(company -> offer(buyer, company, product))
                .filter(now -> now.fingerprint().equals(shown) && isAvailable(buyer, product));
        Optional<PaymentMethod> method = methods.of(account);
        if (offer.isEmpty() || method.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        orders.add(account, key, offer.get().quote(), method.get(), now, now.plus(SETTLE_AFTER));
        Optional<Order> placed = orders.find(account, key);
        placed.ifPresent(order -> billing.copyToOrder(account, order.id()));
        return placed;
    }
}
