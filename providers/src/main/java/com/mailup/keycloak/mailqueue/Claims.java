package com.mailup.keycloak.mailqueue;

import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.query.SelectionQuery;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/**
 * Claims of rows that wait, each settled in a later transaction: delivered, to be tried again, or dead. A claim whose lease
 * has run out may have been claimed again meanwhile; then it settles nothing.
 */
record Claims(KeycloakSession session) {

    /**
     * How old a request is before its row may be claimed. By then the response to its request has been sent, unless the
     * page takes longer or the clocks of nodes differ: the work on a mail, which differs by account, must not slow it.
     */
    static final Duration AGE = Duration.ofMillis(50);

    /** Of LAST_ERROR, in characters. */
    private static final int MAX_REASON = OutboxStore.MAX_LAST_ERROR_LENGTH;

    /**
     * Claims rows that have been due for {@link #AGE}: first those that somebody waits for, and of each priority the longest
     * due first. Rows that another worker is about to claim are passed over.
     *
     * @param most how many
     * @param mostLow how many of them may be of low priority
     * @param exceptRealms ids of realms whose rows have to wait
     */
    Claimed claim(int most, int mostLow, Set<String> exceptRealms) {
        Claimed high = claim(MailPriority.HIGH, most, exceptRealms);
        int low = Math.min(most - high.claims().size(), mostLow);
        return low == 0 ? high : high.and(claim(MailPriority.LOW, low, exceptRealms));
    }

    /** @param isAnyTooYoung whether a row was passed over that may be claimed when it is older */
    record Claimed(List<Claim> claims, boolean isAnyTooYoung) {

        private Claimed and(Claimed other) {
            return new Claimed(
                    Stream.concat(claims.stream(), other.claims.stream()).toList(),
                    isAnyTooYoung || other.isAnyTooYoung);
        }
    }

    private Claimed claim(MailPriority priority, int most, Set<String> exceptRealms) {
        TypedQuery<OutboxEntryEntity> due = Outbox.entityManager(session)
                .createQuery(
                        "select e from OutboxEntryEntity e where e.entryKind = :kind and e.status = :status"
                                + " and e.nextAttemptAt <= :now and e.realmId not in :realms order by e.nextAttemptAt",
                        OutboxEntryEntity.class)
                .setParameter("kind", priority.entryKind())
                .setParameter("status", OutboxEntryStatus.PENDING)
                .setParameter("now", Outbox.now().minus(AGE))
                // A list without an element is no SQL.
                .setParameter(
                        "realms",
                        Stream.concat(Stream.of("-"), exceptRealms.stream()).toList())
                .setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE);
        due.unwrap(SelectionQuery.class).setHibernateLockMode(LockMode.UPGRADE_SKIPLOCKED);
        List<OutboxEntryEntity> found = due.getResultList();
        List<Claim> claims =
                found.stream().flatMap(row -> claim(row, priority).stream()).toList();
        return new Claimed(claims, claims.size() < found.size());
    }

    private Optional<Claim> claim(OutboxEntryEntity row, MailPriority priority) {
        Optional<MailJob> job = MailJob.fromJson(row.getPayload());
        return job.map(known -> known.request().time())
                        .filter(Claims::isTooYoung)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Claim.of(row, job, priority, settings(row.getRealmId())));
    }

    /** MariaDB and MySQL keep whole seconds, so a row's own time tells less. A clock that was set back holds no mail. */
    private static boolean isTooYoung(Instant request) {
        Instant now = Outbox.now();
        return request.isAfter(now.minus(AGE)) && request.isBefore(now.plusSeconds(1));
    }

    /** Settles a claim; false where somebody else has claimed the row since. */
    boolean delivered(Claim claim) {
        return settle(
                claim,
                "e.status = :new, e.deliveredAt = :now, e.payload = :payload, e.lastError = null",
                Map.of("new", OutboxEntryStatus.DELIVERED, "now", Outbox.now(), "payload", Outbox.EMPTY_PAYLOAD));
    }

    /**
     * As {@link #delivered}. From now on the row is kept for a while: {@link Outbox#purge} goes by NEXT_ATTEMPT_AT, which means
     * nothing else of a dead row.
     *
     * @param keepsPayload whether the mail can be sent again
     */
    boolean dead(Claim claim, String reason, boolean keepsPayload) {
        return settle(
                claim,
                "e.status = :new, e.nextAttemptAt = :now, e.payload = :payload, e.lastError = :reason",
                Map.of(
                        "new",
                        OutboxEntryStatus.DEAD_LETTER,
                        "now",
                        Outbox.now(),
                        "payload",
                        keepsPayload ? claim.payload() : Outbox.EMPTY_PAYLOAD,
                        "reason",
                        shortened(reason)));
    }

    /**
     * As {@link #delivered}.
     *
     * @param next when it is due again
     */
    boolean retry(Claim claim, String reason, Instant next) {
        return settle(
                claim,
                "e.nextAttemptAt = :next, e.lastError = :reason",
                Map.of("next", next, "reason", shortened(reason)));
    }

    /**
     * Gives a claim back as if it had never been made. As {@link #delivered}.
     *
     * @param next when it is due again
     */
    boolean release(Claim claim, Instant next) {
        return settle(
                claim,
                "e.nextAttemptAt = :next, e.attempts = :before",
                Map.of("next", next, "before", claim.attempts() - 1));
    }

    /** Prolongs the lease. As {@link #delivered}. */
    boolean renew(Claim claim) {
        return settle(
                claim, "e.nextAttemptAt = :next", Map.of("next", Outbox.now().plus(Claim.LEASE)));
    }

    /** The row is found only as it was claimed: the entity has no version. */
    private boolean settle(Claim claim, String changes, Map<String, Object> values) {
        var rows = Outbox.entityManager(session);
        Outbox.commitSynchronously(rows);
        var update = rows.createQuery("update OutboxEntryEntity e set " + changes
                        + " where e.id = :id and e.status = :pending and e.attempts = :attempts")
                .setParameter("id", claim.id())
                .setParameter("pending", OutboxEntryStatus.PENDING)
                .setParameter("attempts", claim.attempts());
        values.forEach(update::setParameter);
        return update.executeUpdate() == 1;
    }

    private Map<String, String> settings(String realm) {
        RealmModel found = session.realms().getRealm(realm);
        return found == null ? Map.of() : found.getSmtpConfig();
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(reason.length(), MAX_REASON));
    }
}
