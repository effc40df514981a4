package com.mailup.platform.account;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What an account may use. The words are those of Keycloak's claim and attribute {@code plan}. What a status is shown and
 * sold is said here.
 */
public enum Plan {
    NONE("/acquisto", false, false),
    TRIAL("/acquisto", false, false),
    ACTIVE("/abbonamento", true, true),
    EXPIRED("/acquisto", false, false);

    private final String landing;
    private final boolean paid;
    private final boolean usable;

    Plan(String landing, boolean paid, boolean usable) {
        this.landing = landing;
        this.paid = paid;
        this.usable = usable;
    }

    /** A plan past its end is expired, whatever is written. */
    static Plan at(Instant now, String written, Instant end) {
        Plan plan = parse(written).orElse(NONE);
        return plan != NONE && end != null && !now.isBefore(end) ? EXPIRED : plan;
    }

    /**
     * Which plan it was that has expired; null where none has, or nobody knows.
     *
     * @param plan what the account has now
     * @param written what is written of it
     * @param ended what a login has told of what has expired
     * @param bought whether an edition has been bought: what has expired since is taken for that one
     */
    static Plan ended(Plan plan, String written, String ended, boolean bought) {
        if (!plan.over()) {
            return null;
        }
        return parse(written)
                .filter(known -> !known.over())
                .or(() -> parse(ended))
                .orElse(bought ? ACTIVE : null);
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

    /** The page for somebody who asked for none; the realm file names the same. */
    public String landing() {
        return landing;
    }

    /** Whether there is a subscription: it is extended from its end, and only by the same edition. */
    public boolean paid() {
        return paid;
    }

    /** Whether SMS can be sent, and SMS and services bought. */
    public boolean usable() {
        return usable;
    }

    /** Whether it has come to its end. */
    public boolean over() {
        return this == EXPIRED;
    }

    /** As Keycloak, the database and the message keys say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
