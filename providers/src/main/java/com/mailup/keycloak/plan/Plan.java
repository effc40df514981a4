package com.mailup.keycloak.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;

/**
 * What an account may use, and until when: a plan past its end is expired, whatever its attribute says.
 *
 * @param kind trial, active or expired
 * @param end nothing where it lasts until somebody changes it
 */
public record Plan(Kind kind, Optional<Instant> end) {

    /** Attribute of the account: {@code trial}, {@code active} or {@code expired}. */
    public static final String PLAN = "plan";

    /** Attribute of the account: an ISO 8601 date-time with its offset, such as {@code 2026-12-31T23:59:59Z}. */
    public static final String ENDS_AT = "planEndsAt";

    /** Attribute of an account whose trial was asked for, and whose owner has not yet followed the link. */
    public static final String PENDING = "trialPending";

    /** The plan in force; nothing where the account has none, or attributes that cannot be read. */
    public static Optional<Plan> of(UserModel account) {
        try {
            return read(account);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Why the attributes of an account cannot be read, in words without their values; nothing where they can. */
    public static Optional<String> complaint(UserModel account) {
        try {
            read(account);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Optional<Plan> read(UserModel account) {
        return read(
                account.getAttributeStream(PLAN).toList(),
                account.getAttributeStream(ENDS_AT).toList());
    }

    static Optional<Plan> read(List<String> plans, List<String> ends) {
        Optional<Kind> kind = only(PLAN, plans).map(Kind::parse);
        Optional<Instant> end = only(ENDS_AT, ends).map(PlanEnd::parse);
        return kind.map(it -> new Plan(isOver(end) ? Kind.EXPIRED : it, end));
    }

    private static boolean isOver(Optional<Instant> end) {
        return end.filter(moment -> moment.toEpochMilli() <= Time.currentTimeMillis())
                .isPresent();
    }

    private static Optional<String> only(String attribute, List<String> values) {
        if (values.size() > 1) {
            throw new IllegalArgumentException(attribute + " has several values");
        }
        return values.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
