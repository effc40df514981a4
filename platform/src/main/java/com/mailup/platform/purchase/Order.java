package com.mailup.platform.purchase;

import com.mailup.platform.page.Money;
import com.mailup.platform.payment.PaymentMethod;
import java.time.Instant;
import java.util.UUID;

/**
 * What somebody has ordered, with the prices of that moment.
 *
 * @param key made with the form: the same form sent twice is the same order
 * @param net without VAT
 * @param total what is charged
 */
public record Order(
        long id,
        long account,
        UUID key,
        String product,
        Money net,
        int vatPercent,
        Money total,
        PaymentMethod method,
        State state,
        Instant orderedAt) {

    /** How the platform's database writes it is the name in lower case. */
    public enum State {
        /** The gateway has not told yet whether it got the money. */
        OPEN,
        PAID,
        DECLINED
    }

    /** What the gateway knows the charge by: however often it is asked for, it is one. */
    public String idempotencyKey() {
        return "order-" + id;
    }

    public boolean is(State asked) {
        return state == asked;
    }
}
