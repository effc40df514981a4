package com.mailup.keycloak.mailqueue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.outbox.OutboxBackoff;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/** Our rows of Keycloak's table OUTBOX_ENTRY. Only this class uses Keycloak's internal store. */
final class Outbox {

    /** The value of ENTRY_KIND of all our rows. */
    static final String KIND = "mailup-mail";

    private static final String EMPTY_PAYLOAD = "{}";
    /** Of Keycloak's {@code AsyncCommitIntegrator}: a job must survive a crash of the database. */
    private static final String SYNCHRONOUS_COMMIT = "kc.sync_commit_required";

    private static final Duration DELIVERED_RETENTION = Duration.ofHours(1);
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(7);
    /**
     * Until a job is too old. The last delay repeats, so that a mail server that is back is noticed within half a
     * minute.
     */
    private static final OutboxBackoff BACKOFF = new OutboxBackoff(
            Integer.MAX_VALUE,
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20),
                    Duration.ofSeconds(30)));

    private final KeycloakSession session;
    private final OutboxStore store;

    Outbox(KeycloakSession session) {
        this.session = session;
        store = new OutboxStore(session);
    }

    void add(String realm, MailJob job) {
        // Beside an event alone, Keycloak lets PostgreSQL confirm before it writes, and does not see rows that come by
        // a query.
        entityManager().setProperty(SYNCHRONOUS_COMMIT, Boolean.TRUE);
        store.enqueuePending(KIND, realm, "mail", null, UUID.randomUUID().toString(), job.kind(), job.toJson(), null);
    }

    /** A row that is due, locked until the transaction ends; rows that another worker holds are passed over. */
    Optional<OutboxEntryEntity> lockNext() {
        return store.lockDueForDrain(KIND, 1).stream().findFirst();
    }

    void delivered(OutboxEntryEntity row) {
        row.setPayload(EMPTY_PAYLOAD);
        store.markDelivered(row);
    }

    void dead(OutboxEntryEntity row, String reason) {
        row.setPayload(EMPTY_PAYLOAD);
        store.markDeadLetter(row, reason);
    }

    void retry(OutboxEntryEntity row, String reason) {
        store.recordFailure(row, BACKOFF.computeNextAttemptAt(Instant.now(), row.getAttempts() + 1), reason);
    }

    void retry(String id, String reason) {
        Optional.ofNullable(store.findById(id)).ifPresent(row -> retry(row, reason));
    }

    void deleteRealm(String realm) {
        store.deleteByRealm(KIND, realm);
    }

    /** Deletes what has been kept long enough: Keycloak purges rows of its own kinds only. */
    void purge() {
        store.purgeDeliveredOlderThan(KIND, now().minus(DELIVERED_RETENTION));
        store.purgeDeadLetterOlderThan(KIND, now().minus(DEAD_LETTER_RETENTION));
    }

    /** Of all realms. */
    QueueStatistics statistics() {
        return new QueueStatistics(
                count(OutboxEntryStatus.PENDING),
                count(OutboxEntryStatus.DELIVERED),
                count(OutboxEntryStatus.DEAD_LETTER),
                oldestSeconds());
    }

    /** Keycloak's clock, as for everything that expires. */
    private static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    private long count(OutboxEntryStatus status) {
        return rows("select count(e) from OutboxEntryEntity e", Long.class, status)
                .getSingleResult();
    }

    private long oldestSeconds() {
        Instant oldest = rows(
                        "select min(e.createdAt) from OutboxEntryEntity e", Instant.class, OutboxEntryStatus.PENDING)
                .getSingleResult();
        return oldest == null ? 0 : Duration.between(oldest, now()).toSeconds();
    }

    /** Keycloak's store counts a realm at a time only. */
    private <T> TypedQuery<T> rows(String select, Class<T> type, OutboxEntryStatus status) {
        return entityManager()
                .createQuery(select + " where e.entryKind = :kind and e.status = :status", type)
                .setParameter("kind", KIND)
                .setParameter("status", status);
    }

    private EntityManager entityManager() {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
