package com.mailup.keycloak.mailqueue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.keycloak.events.outbox.OutboxBackoff;

/** Who waits for a mail. The table knows no priority, so each has an entry kind of its own. */
public enum MailPriority {
    /** A person sits before the page that speaks of it: it goes first, and is tried again soon. */
    HIGH("mailup-mail", 1, 3, 10, 20, 30),
    /** Nobody waits: a reminder, a workflow's or an administrator's mail. */
    LOW("mailup-mail-low", 10, 30, 60, 120, 300);

    /** After a refusal for now, an attempt soon is of little use; but a link lives for minutes only. */
    private static final OutboxBackoff REFUSED = backoff(1, 3, 10, 20, 30, 60);

    private final String entryKind;
    private final OutboxBackoff backoff;

    /** @param pauses seconds until the next attempt, after each failure; the last one repeats until the mail is too old */
    MailPriority(String entryKind, Integer... pauses) {
        this.entryKind = entryKind;
        backoff = backoff(pauses);
    }

    private static OutboxBackoff backoff(Integer... pauses) {
        return new OutboxBackoff(
                Integer.MAX_VALUE,
                List.of(pauses).stream().map(Duration::ofSeconds).toList());
    }

    /** The value of ENTRY_KIND. */
    String entryKind() {
        return entryKind;
    }

    /** When a mail is tried again after something did not answer. */
    Instant nextAttempt(Instant from, int failures) {
        return backoff.computeNextAttemptAt(from, failures);
    }

    /** The same after the mail server has refused it for now. */
    Instant nextAttemptOfRefused(Instant from, int failures) {
        return (this == HIGH ? REFUSED : backoff).computeNextAttemptAt(from, failures);
    }
}
