package com.mailup.platform.payment;

import java.util.Optional;
import java.util.regex.Pattern;

/** The gateway's token for a card. Card numbers are never stored, shown or logged here. */
record CardToken(String value) {

    private static final Pattern FORM = Pattern.compile("tok_[a-z0-9_]{1,60}");
    private static final Pattern SPACING = Pattern.compile("[\\s\\p{Z}\\p{Pd}]");
    /** Cards have 12 to 19 digits; more may have one within. */
    private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{12}");

    /** Nothing of what no gateway gives, nor of what has a card's number within. */
    static Optional<CardToken> parse(String typed) {
        return FORM.matcher(typed).matches() && !hasCardNumber(typed)
                ? Optional.of(new CardToken(typed))
                : Optional.empty();
    }

    static boolean hasCardNumber(String typed) {
        return NUMBER.matcher(SPACING.matcher(typed).replaceAll("")).find();
    }
}
