package com.mailup.platform.payment;

import com.mailup.platform.page.Money;

/**
 * The payment service. A real one takes the sandbox's place as a bean of this type, with {@code PLATFORM_GATEWAY} set
 * to anything but {@code sandbox}.
 */
public interface Gateway {

    /**
     * Takes the money, or tells what has become of it: the same key is the same charge, however often it is asked for.
     *
     * @param key of at most 64 characters; it may be asked for again for as long as the order is open, 14 days at most
     * @throws NoAnswerException where it is not known whether the charge was made; asking again is safe
     */
    Outcome charge(String key, Money amount, PaymentMethod method) throws NoAnswerException;

    /**
     * What has become of a charge.
     *
     * @param reference the gateway's own; null while it is open
     */
    record Outcome(State state, String reference) {}

    /** As far as the gateway knows. */
    enum State {
        ACCEPTED,
        DECLINED,
        /** A transfer that has not come in yet. */
        OPEN
    }

    /** The answer did not come in time. */
    final class NoAnswerException extends Exception {

        private static final long serialVersionUID = 1;

        public NoAnswerException(String message) {
            super(message);
        }
    }
}
