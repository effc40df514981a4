package com.mailup.platform.purchase;

import com.mailup.platform.account.Account;
import com.mailup.platform.account.Accounts;
import com.mailup.platform.account.Plan;
import com.mailup.platform.billing.BillingData;
import com.mailup.platform.billing.BillingStore;
import com.mailup.platform.payment.PaymentMethod;
import com.mailup.platform.payment.PaymentMethods;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes orders, each once however often its form is sent. No money moves here: see {@link Settlement}. */
@Component
class Checkout {

    /** Whoever ordered asks the gateway at once; only if that never happened is somebody else to do it. */
    private static final Duration ASK_AFTER = Duration.ofSeconds(30);

    private final Accounts accounts;
    private final BillingStore billing;
    private final PaymentMethods methods;
    private final Orders orders;
    private final Clock clock;

    Checkout(Accounts accounts, BillingStore billing, PaymentMethods methods, Orders orders, Clock clock) {
        this.accounts = accounts;
        this.billing = billing;
        this.methods = methods;
        this.orders = orders;
        this.clock = clock;
    }

    /** The order of this form; nothing where billing data or payment are missing, or the edition is not to be had now. */
    @Transactional
    public Optional<Order> place(long account, UUID key, Product product) {
        Account buyer = accounts.lock(account);
        Optional<Order> before = orders.find(account, key);
        if (before.isPresent()) {
            return before;
        }
        Optional<BillingData> to = billing.of(account);
        Optional<PaymentMethod> method = methods.of(account);
        if (to.isEmpty() || method.isEmpty() || refused(buyer, product)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Quote quote = Quote.of(product, to.get());
        orders.add(account, key, quote, method.get(), now, now.plus(ASK_AFTER));
        Optional<Order> placed = orders.find(account, key);
        placed.ifPresent(order -> billing.keep(account, order.id()));
        return placed;
    }

    /** One edition at a time; more of the platform only for those who have it. */
    private boolean refused(Account buyer, Product product) {
        return product.is(Product.Kind.EDITION) ? orders.openEdition(buyer.id()) : !buyer.is(Plan.ACTIVE);
    }
}
