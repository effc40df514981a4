package com.mailup.keycloak.mailqueue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;

/**
 * The rows of one {@link MailCount}, as a worker with a job in hand sees them.
 *
 * @param realm id of the realm
 * @param counter what is counted
 * @param job of the worker
 */
record MailCountRows(EntityManager rows, String realm, String counter, String job) {

    /** The value of ENTRY_KIND. */
    static final String KIND = "mailup-mail-count";

    /**
     * @param at when the mail was counted
     * @param isOwn whether it is that of the worker's job
     * @param number of the row
     */
    record Row(Instant at, boolean isOwn, long number) {}

    /** The number counted last; 0 where there is none. Not by time, since some databases keep whole seconds. */
    long latest() {
        return rows.createQuery(
                        "select e.correlationId from OutboxEntryEntity e where e.entryKind = :kind and e.ownerId = :counter"
                                + " order by length(e.correlationId) desc, e.correlationId desc",
                        String.class)
                .setParameter("kind", KIND)
                .setParameter("counter", counter)
                .setMaxResults(1)
                .getResultStream()
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    /** The job's own row, and those of these numbers. */
    List<Row> ownAnd(List<Long> numbers) {
        return rows
                .createQuery(
                        "select e.createdAt, e.containerId, e.correlationId from OutboxEntryEntity e"
                                + " where e.entryKind = :kind and e.ownerId = :counter"
                                + " and (e.containerId = :job or e.correlationId in :numbers)",
                        Object[].class)
                .setParameter("kind", KIND)
                .setParameter("counter", counter)
                .setParameter("job", job)
                .setParameter("numbers", numbers.stream().map(String::valueOf).toList())
                .getResultList()
                .stream()
                .map(row -> new Row((Instant) row[0], job.equals(row[1]), Long.parseLong((String) row[2])))
                .toList();
    }

    /**
     * Adds the job's row; false where another worker has this number.
     *
     * @param kept how long a limit looks back
     */
    boolean isInserted(long number, Duration kept) {
        rows.createNamedQuery("OutboxEntryEntity.insertIfAbsent")
                .setParameter("id", UUID.randomUUID().toString())
                .setParameter("entryKind", KIND)
                .setParameter("realmId", realm)
                .setParameter("ownerId", counter)
                .setParameter("containerId", job)
                .setParameter("correlationId", String.valueOf(number))
                .setParameter("entryType", "count")
                .setParameter("payload", Outbox.EMPTY_PAYLOAD)
                .setParameter("metadata", null)
                .setParameter("status", OutboxEntryStatus.HELD)
                .setParameter("attempts", 0)
                .setParameter("nextAttemptAt", Outbox.now().plus(kept))
                .setParameter("createdAt", Outbox.now())
                .executeUpdate();
        // Not by the count of rows: MariaDB counts a row that was there, too.
        return ownAnd(List.of(number)).stream().anyMatch(row -> row.isOwn() && row.number() == number);
    }

    /** Deletes the rows that no limit looks back to any more. */
    static void purge(EntityManager rows) {
        rows.createQuery("delete from OutboxEntryEntity e where e.entryKind = :kind and e.nextAttemptAt < :now")
                .setParameter("kind", KIND)
                .setParameter("now", Outbox.now())
                .executeUpdate();
    }
}
