package com.mailup.keycloak.plan;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The moment at which a plan ends, as its attribute is written. */
final class PlanEnd {

    /** The length of a date-time with nanoseconds and an offset; longer texts are not parsed. */
    private static final int MAX_LENGTH = 40;

    private static final int LAST_YEAR = 9999;

    private PlanEnd() {}

    static Instant parse(String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text.length() > MAX_LENGTH ? "" : text);
            if (moment.getYear() > 0 && moment.getYear() <= LAST_YEAR) {
                return moment.toInstant();
            }
        } catch (DateTimeException e) {
            // said below, in words that hold nothing of the value
        }
        throw new IllegalArgumentException(Plan.ENDS_AT + " is no ISO 8601 date-time with an offset");
    }
}
