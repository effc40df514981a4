package com.mailup.keycloak.mailqueue;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.connections.jpa.JpaConnectionProvider;
import org.keycloak.events.outbox.OutboxStore;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/**
 * Our rows of Keycloak's table OUTBOX_ENTRY: adds them, deletes them, counts them. {@link Claims} works on those that wait,
 * {@link GivenUpMails} on those that are dead, {@link MailCount} has rows of its own. Nothing else uses Keycloak's internal store and entity.
 */
final class Outbox {

    /** Of a row that is done: it knows no address. */
    static final String EMPTY_PAYLOAD = "{}";
    /** Of Keycloak's {@code AsyncCommitIntegrator}: a job must survive a crash of the database. */
    private static final String SYNCHRONOUS_COMMIT = "kc.sync_commit_required";

    private static final Duration DELIVERED_RETENTION = Duration.ofHours(1);
    private static final Duration DEAD_LETTER_RETENTION = Duration.ofDays(7);

    private final KeycloakSession session;
    private final OutboxStore store;

    Outbox(KeycloakSession session) {
        this.session = session;
        store = new OutboxStore(session);
    }

    /** Adds a job, unless there is a row with this key. */
    void add(String realm, MailJob job, MailPriority priority, String key) {
        commitSynchronously(entityManager());
        store.enqueuePending(priority.entryKind(), realm, "mail", null, key, job.kind(), job.toJson(), null);
    }

    void deleteRealm(String realm) {
        kinds().forEach(kind -> store.deleteByRealm(kind, realm));
        store.deleteByRealm(MailCountRows.KIND, realm);
    }

    /** Deletes what has been kept long enough: Keycloak purges rows of its own kinds only. */
    void purge() {
        kinds().forEach(kind -> store.purgeDeliveredOlderThan(kind, now().minus(DELIVERED_RETENTION)));
        purgeDead();
        MailCountRows.purge(entityManager());
    }

    /** By the time when they were given up: Keycloak's store goes by that of the request, which may be a day before. */
    private void purgeDead() {
        entityManager()
                .createQuery("delete from OutboxEntryEntity e where e.entryKind in :kinds and e.status = :dead"
                        + " and e.nextAttemptAt < :before")
                .setParameter("kinds", kinds().toList())
                .setParameter("dead", OutboxEntryStatus.DEAD_LETTER)
                .setParameter("before", now().minus(DEAD_LETTER_RETENTION))
                .executeUpdate();
    }

    /** Of all realms. */
    QueueStatistics statistics() {
        return new QueueStatistics(
                count(OutboxEntryStatus.PENDING, ""),
                count(OutboxEntryStatus.PENDING, " and e.lastError like '" + MailCount.REACHED + "%'"),
                count(OutboxEntryStatus.DELIVERED, ""),
                count(OutboxEntryStatus.DEAD_LETTER, ""),
                oldestSeconds());
    }

    /** Keycloak's clock, as for everything that expires. */
    static Instant now() {
        return Instant.ofEpochMilli(Time.currentTimeMillis());
    }

    private long count(OutboxEntryStatus status, String further) {
        return rows("select count(e) from OutboxEntryEntity e", further, Long.class, status)
                .getSingleResult();
    }

    private long oldestSeconds() {
        Instant oldest = rows(
                        "select min(e.createdAt) from OutboxEntryEntity e",
                        " and e.entryKind = '" + MailPriority.HIGH.entryKind()
                                + "' and (e.lastError is null or e.lastError not like '" + MailCount.REACHED + "%')",
                        Instant.class,
                        OutboxEntryStatus.PENDING)
                .getSingleResult();
        return oldest == null ? 0 : Duration.between(oldest, now()).toSeconds();
    }

    /** Keycloak's store counts a realm at a time only. */
    private <T> TypedQuery<T> rows(String select, String further, Class<T> type, OutboxEntryStatus status) {
        return entityManager()
                .createQuery(select + " where e.entryKind in :kinds and e.status = :status" + further, type)
                .setParameter("kinds", kinds().toList())
                .setParameter("status", status);
    }

    static Stream<String> kinds() {
        return Stream.of(MailPriority.values()).map(MailPriority::entryKind);
    }

    /**
     * Beside an event alone, Keycloak lets PostgreSQL confirm before it writes, and does not see rows that come or change
     * by a query.
     */
    static void commitSynchronously(EntityManager rows) {
        rows.setProperty(SYNCHRONOUS_COMMIT, Boolean.TRUE);
    }

    private EntityManager entityManager() {
        return entityManager(session);
    }

    static EntityManager entityManager(KeycloakSession session) {
        return session.getProvider(JpaConnectionProvider.class).getEntityManager();
    }
}
