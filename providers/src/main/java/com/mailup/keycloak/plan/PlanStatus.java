package com.mailup.keycloak.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statuses of a plan. A new one is one line here; the realm's list, its labels, the message texts and the platform have
 * to follow, and the house tests name what is missing.
 */
public enum PlanStatus {
    /** To be tried, until its end. */
    TRIAL("trials", "for people who try"),
    /** Paid for. */
    ACTIVE("active plans", "for people who have paid"),
    /** Past its end: its owner signs in as before, and may buy. */
    EXPIRED("expired plans", "for people whose trial or subscription is over");

    private final String plural;
    private final String audience;

    PlanStatus(String plural, String audience) {
        this.plural = plural;
        this.audience = audience;
    }

    /** As attribute, claim and settings say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As a label of the console says it: "active plans". */
    public String plural() {
        return plural;
    }

    /** As a help text of the console says it: "for people who have paid". */
    public String audience() {
        return audience;
    }

    /** What an attribute says has ended; nothing where it is none that can end. */
    static Optional<PlanStatus> ended(List<String> texts) {
        return Stream.of(values())
                .filter(status -> status != EXPIRED && texts.equals(List.of(status.text())))
                .findFirst();
    }

    static PlanStatus parse(String text) {
        return Stream.of(values())
                .filter(status -> status.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Plan.PLAN + " is none of "
                        + Stream.of(values()).map(PlanStatus::text).collect(Collectors.joining(", "))));
    }
}
