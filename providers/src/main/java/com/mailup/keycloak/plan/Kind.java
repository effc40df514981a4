package com.mailup.keycloak.plan;

import java.util.Locale;
import java.util.stream.Stream;

/** The kinds of plan there are. */
public enum Kind {
    /** To be tried, until its end. */
    TRIAL,
    /** Paid for. */
    ACTIVE,
    /** Lapsed: whoever has it signs in as before, and may buy. */
    EXPIRED;

    /** As the attribute and the claim say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind parse(String text) {
        return Stream.of(values())
                .filter(kind -> kind.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Plan.PLAN + " is none of trial, active, expired"));
    }
}
