package com.mailup.keycloak.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.UserModel;

/**
 * What an account may use, and until when. A plan past its end is expired, whatever its attribute says.
 *
 * @param end nothing where it lasts until somebody changes it
 * @param ended the status of what is over, such as a trial; nothing where nothing is over, or nobody knows
 */
public record Plan(PlanStatus status, Optional<Instant> end, Optional<PlanStatus> ended) {

    /** Attribute of the account: one of {@link PlanStatus}. */
    public static final String PLAN = "plan";

    /** Attribute of the account: an ISO 8601 date-time with its offset, such as {@code 2026-12-31T23:59:59Z}. */
    public static final String ENDS_AT = "planEndsAt";

    /** Attribute of the account: the status before somebody set {@code expired}. */
    public static final String ENDED = "planEnded";

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
    public static Optional<String> readError(UserModel account) {
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
                account.getAttributeStream(ENDS_AT).toList(),
                account.getAttributeStream(ENDED).toList());
    }

    static Optional<Plan> read(List<String> plans, List<String> ends, List<String> ended) {
        Optional<PlanStatus> written = single(PLAN, plans).map(PlanStatus::parse);
        Optional<Instant> end = single(ENDS_AT, ends).map(PlanEnd::parse);
        return written.map(status -> of(status, end, ended));
    }

    private static Plan of(PlanStatus written, Optional<Instant> end, List<String> ended) {
        if (written == PlanStatus.EXPIRED) {
            return new Plan(written, end, PlanStatus.ended(ended));
        }
        return hasEnded(end)
                ? new Plan(PlanStatus.EXPIRED, end, Optional.of(written))
                : new Plan(written, end, Optional.empty());
    }

    private static boolean hasEnded(Optional<Instant> end) {
        return end.filter(moment -> moment.toEpochMilli() <= Time.currentTimeMillis())
                .isPresent();
    }

    private static Optional<String> single(String attribute, List<String> values) {
        if (values.size() > 1) {
            throw new IllegalArgumentException(attribute + " has several values");
        }
        return values.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
