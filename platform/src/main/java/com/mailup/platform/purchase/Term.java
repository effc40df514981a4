package com.mailup.platform.purchase;

import com.mailup.platform.account.Account;
import com.mailup.platform.page.Days;
import java.time.Duration;
import java.time.Instant;

/** The twelve months that a payment buys. */
public record Term(Instant from, Instant until) {

    public static final int MONTHS = 12;

    /** So long after its end a subscription can be taken up again as if it had not ended. */
    public static final Duration REACTIVATION = Duration.ofDays(10);

    /** From the end of the present one, also of one that has just ended; else from now, as for those on trial. */
    public static Term next(Account account, Instant now) {
        Instant from = renewable(account, now) ? account.endsAt() : now;
        return of(from);
    }

    public static Term of(Instant from) {
        return new Term(from, Days.plusMonths(from, MONTHS));
    }

    /** Whether there is a subscription, not a trial, that runs to an end or has ended less than ten days ago. */
    public static boolean renewable(Account account, Instant now) {
        if (account.endsAt() == null) {
            return false;
        }
        return account.plan().paid()
                || account.hasLapsed() && now.isBefore(account.endsAt().plus(REACTIVATION));
    }
}
