package com.mailup.platform.purchase;

import com.mailup.platform.payment.Gateway;
import com.mailup.platform.payment.Gateway.NoAnswer;
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
    private static final Duration AGAIN = Duration.ofSeconds(5);
    /** A transfer that has not come in by then does not come. */
    private static final Duration LONGEST = Duration.ofDays(14);

    private static final int AT_ONCE = 50;

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
                    clock.instant().isBefore(order.orderedAt().plus(LONGEST))
                            ? askAgain(order)
                            : fulfilment.declined(order.id());
            };
        } catch (NoAnswer e) {
            LOG.warn("The gateway does not answer for order {}", order.id());
            return askAgain(order);
        }
    }

    private State askAgain(Order order) {
        orders.askAgain(order.id(), clock.instant().plus(AGAIN));
        return State.OPEN;
    }

    @Scheduled(fixedDelayString = "PT1S")
    void settleOpenOnes() {
        for (long id : orders.toAsk(clock.instant(), AT_ONCE)) {
            try {
                settle(orders.of(id));
            } catch (RuntimeException e) {
                // One that cannot be settled must not keep the others from it.
                LOG.error("Order {} cannot be settled", id, e);
                orders.askAgain(id, clock.instant().plus(AGAIN));
            }
        }
    }
}
