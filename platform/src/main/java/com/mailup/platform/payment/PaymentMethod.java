package com.mailup.platform.payment;

import java.util.Locale;
import java.util.Optional;

/**
 * How an account pays.
 *
 * @param cardToken what the gateway knows the card by; null for transfers
 */
public record PaymentMethod(Kind kind, String cardToken) {

    /** A card, or a bank transfer. */
    public enum Kind {
        CARD,
        TRANSFER;

        /** As the database, the form and the message keys say it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Nothing of any other word. */
        static Optional<Kind> parse(String word) {
            for (Kind kind : values()) {
                if (kind.text().equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }
}
