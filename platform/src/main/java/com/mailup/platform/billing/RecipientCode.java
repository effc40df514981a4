package com.mailup.platform.billing;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The seven letters and digits by which the SDI knows where a company wants its electronic invoices. */
record RecipientCode(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{7}");
    private static final String BY_PEC = "0000000";

    static Optional<RecipientCode> parse(String typed) {
        String value = typed.strip().toUpperCase(Locale.ROOT);
        return FORM.matcher(value).matches() ? Optional.of(new RecipientCode(value)) : Optional.empty();
    }

    /** Whether it says no more than that the PEC address is to be used. */
    boolean byPec() {
        return BY_PEC.equals(value);
    }
}
