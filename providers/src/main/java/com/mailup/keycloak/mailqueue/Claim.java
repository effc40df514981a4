package com.mailup.keycloak.mailqueue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;

/**
 * A row that this node works on. It is due again when the lease has passed, so that another worker takes what a dead one
 * had. Each claim counts as an attempt: a row with another number of attempts was claimed by somebody else since.
 *
 * @param id of the row
 * @param priority of its kind
 * @param realm id of the realm
 * @param kind of the mail
 * @param payload the job as the row has it
 * @param job the same, read; nothing where it cannot be read
 * @param attempts how often it has been claimed, this time included
 * @param lastError why the attempt before this one failed, or null
 * @param dueSince when it was due
 * @param leasedUntil when another worker may claim it
 * @param settings of the realm's mail server
 */
record Claim(
        String id,
        MailPriority priority,
        String realm,
        String kind,
        String payload,
        Optional<MailJob> job,
        int attempts,
        String lastError,
        Instant dueSince,
        Instant leasedUntil,
        Map<String, String> settings) {

    /** The longest conversation with a mail server, as long again for what precedes it, and for clocks that differ. */
    static final Duration LEASE = Duration.ofSeconds(45);

    /** What has to be left of a lease for a conversation to begin. */
    private static final Duration CONVERSATION = Duration.ofSeconds(30);

    /** Marks a locked row as claimed. */
    static Claim of(OutboxEntryEntity row, Optional<MailJob> job, MailPriority priority, Map<String, String> settings) {
        Instant dueSince = row.getNextAttemptAt();
        Instant until = Outbox.now().plus(LEASE);
        row.setAttempts(row.getAttempts() + 1);
        row.setNextAttemptAt(until);
        return new Claim(
                row.getId(),
                priority,
                row.getRealmId(),
                row.getEntryType(),
                row.getPayload(),
                job,
                row.getAttempts(),
                row.getLastError(),
                dueSince,
                until,
                settings);
    }

    boolean isTooShortForAConversation() {
        return Outbox.now().plus(CONVERSATION).isAfter(leasedUntil);
    }
}
