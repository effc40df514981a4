package com.mailup.platform.purchase;

import com.mailup.platform.payment.Gateway;
import com.mailup.platform.payment.Gateway.NoAnswerException;
import com.mailup.platform.payment.Gateway.Outcome;
import com.mailup.platform.purchase.Order.State;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks the gateway for the money of an order, and goes on asking until it is known whether it came. */
@Component
class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);
    /** After this time a transfer that has not come in counts as declined. */
    private static final Duration PAYMENT_TIMEOUT = Duration.ofDays(14);

    private static final int BATCH_SIZE = 50;

    private final Orders orders;
    private final Fulfilment fulfilment;
    private final Gateway gateway;
    private final Clock clock;

    Settlement(Orders orders, Fulfilment fulfilment, Gateway gateway, Clock clock) {
        this.orders = orders;
        this.fulfilment = fulfilment;
        this.gateway = gateway;
        this.clock = clock;
    }

    /** What is known of it now. No transaction is open while the gateway is asked. */
    State settle(Order order) {
        if (!order.is(State.OPEN)) {
            return order.state();
        }
        try {
            Outcome outcome = gateway.charge(order.idempotencyKey(), order.total(), order.method());
            return switch (outcome.state()) {
                case ACCEPTED -> fulfilment.paid(order.id(), outcome.reference());
                case DECLINED -> fulfilment.declined(order.id());
                case OPEN ->
                    clock.instant().isBefore(order.orderedAt().plus(PAYMENT_TIMEOUT))
                            ? retryLater(order)
                            : fulfilment.declined(order.id());
            };
        } catch (NoAnswerException e) {
            LOG.warn("The gateway does not answer for order {}", order.id());
            return retryLater(order);
        }
    }

    private State retryLater(Order order) {
        orders.settleAt(order.id(), clock.instant().plus(RETRY_INTERVAL));
        return State.OPEN;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void settleDueOrders() {
        for (long id : orders.due(clock.instant(), BATCH_SIZE)) {
            try {
                settle(orders.of(id));
            } catch (RuntimeException e) {
                // One that cannot be settled must not keep the others from it.
                LOG.error("Order {} cannot be settled", id, e);
                orders.settleAt(id, clock.instant().plus(RETRY_INTERVAL));
            }
        }
    }
}
