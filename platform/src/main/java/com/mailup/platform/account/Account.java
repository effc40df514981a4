package com.mailup.platform.account;

import com.mailup.platform.page.Days;
import java.time.Instant;

/**
 * An account as the platform's own database has it at the moment of the request.
 *
 * @param subject Keycloak's id of the user
 * @param plan computed from what is written and the time
 * @param endsAt the plan's end; null: none
 * @param ended which plan it was that has expired; null: none has, or nobody knows
 * @param edition code of the edition that was bought last; null: none yet
 */
public record Account(long id, String subject, String username, Plan plan, Instant endsAt, Plan ended, String edition) {

    public boolean is(Plan asked) {
        return plan == asked;
    }

    /** Whether a subscription has expired, not a trial. */
    public boolean hasLapsed() {
        return ended != null && ended.paid();
    }

    /** Days begun until the end, 1 on the last; 0 where there is no end or it has passed. */
    public long daysLeft(Instant now) {
        return endsAt == null ? 0 : Days.left(now, endsAt);
    }
}
