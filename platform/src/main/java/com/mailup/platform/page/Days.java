package com.mailup.platform.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days as people count them, in the company's time zone. */
public final class Days {

    /** Dates on pages, invoices and ends of plans are of this zone. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Rome");

    private static final Duration DAY = Duration.ofDays(1);

    private Days() {}

    public static LocalDate of(Instant time) {
        return time.atZone(ZONE).toLocalDate();
    }

    /** Days begun from now until the end; 0 once it has passed. */
    public static long left(Instant now, Instant end) {
        Duration left = Duration.between(now, end);
        return left.isNegative() ? 0 : left.plus(DAY).minusNanos(1).toDays();
    }

    /** The same hour so many months later, on the last day of a shorter month. */
    public static Instant plusMonths(Instant time, int months) {
        return time.atZone(ZONE).plusMonths(months).toInstant();
    }
}
