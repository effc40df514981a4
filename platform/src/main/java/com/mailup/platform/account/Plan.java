package com.mailup.platform.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What an account may use. The words are those of Keycloak's claim and attribute {@code plan}. */
public enum Plan {
    NONE,
    TRIAL,
    ACTIVE,
    EXPIRED;

    /** A plan past its end is expired, whatever is written. */
    static Plan at(Instant now, String written, Instant end) {
        Plan plan = parse(written).orElse(NONE);
        return plan != NONE && end != null && !now.isBefore(end) ? EXPIRED : plan;
    }

    /** Nothing where the text is none of the plans. */
    static Optional<Plan> parse(String written) {
        for (Plan plan : values()) {
            if (plan != NONE && plan.text().equals(written)) {
                return Optional.of(plan);
            }
        }
        return Optional.empty();
    }

    /** As Keycloak, the database and the message keys say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
