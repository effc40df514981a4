package com.mailup.keycloak.trialreminder;

import com.mailup.keycloak.plan.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The moments of a trial at which its owner gets a mail; the latest that has come counts. */
enum Milestone {
    ENDED(Duration.ZERO),
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7));

    private final Duration before;

    Milestone(Duration before) {
        this.before = before;
    }

    /** Nothing where the first is still to come, or no end is set. */
    static Optional<Milestone> of(Plan plan, Instant now) {
        return Stream.of(values())
                .filter(milestone -> plan.end()
                        .filter(end -> !now.isBefore(end.minus(milestone.before)))
                        .isPresent())
                .findFirst();
    }

    /** As the messages are named: {@code trialReminderWeekTitle}. */
    String key() {
        return "trialReminder" + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
