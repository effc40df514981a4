package com.mailup.platform.payment;

import com.mailup.platform.payment.PaymentMethod.Kind;
import java.util.Map;
import java.util.Optional;

/**
 * A way to pay, as chosen.
 *
 * @param kind its word; anything else: none
 * @param card token; empty where there is none, or where what was typed is not to be shown again
 * @param wrong by field, the key of the message that says what is expected
 */
record PaymentForm(String kind, String card, Map<String, String> wrong) {

    static PaymentForm of(Optional<PaymentMethod> method) {
        return new PaymentForm(
                method.map(PaymentMethod::kind).orElse(Kind.CARD).text(),
                method.map(PaymentMethod::cardToken).orElse(""),
                Map.of());
    }

    static PaymentForm typed(String kind, String card) {
        String known = Kind.parse(kind).map(Kind::text).orElse("");
        String token = CardToken.parse(card).map(CardToken::value).orElse("");
        return new PaymentForm(known, token, wrong(known, card, token));
    }

    /** To be called where nothing is wrong. */
    PaymentMethod method() {
        Kind chosen = Kind.parse(kind).orElseThrow();
        return new PaymentMethod(chosen, chosen == Kind.CARD ? card : null);
    }

    private static Map<String, String> wrong(String kind, String typed, String token) {
        if (CardToken.hasCardNumber(typed)) {
            return Map.of("card", "payment.cardNumber");
        } else if (kind.isEmpty()) {
            return Map.of("kind", "payment.kind.missing");
        }
        return kind.equals(Kind.CARD.text()) && token.isEmpty() ? Map.of("card", "payment.card.missing") : Map.of();
    }
}
