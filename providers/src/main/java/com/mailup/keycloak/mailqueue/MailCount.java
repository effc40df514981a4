package com.mailup.keycloak.mailqueue;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OutboxEntryStatus;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Counts mails of one kind to one recipient: a row in Keycloak's outbox table for each, under an entry kind of its own, kept
 * as long as a limit looks back. Rows have numbers one after the other, and no two nodes take the same one.
 *
 * @param counter what is counted, in at most 64 characters that tell nothing of the recipient
 */
public record MailCount(KeycloakSession session, String counter) {

    /** Begins LAST_ERROR of a mail that waits for its turn. */
    static final String REACHED = "limit: ";

    /** The value of ENTRY_KIND. */
    static final String KIND = "mailup-mail-count";

    /** The limit that a mail waited for, if its last attempt ended so. */
    static Optional<String> limitOf(String lastError) {
        return Optional.ofNullable(lastError)
                .filter(error -> error.startsWith(REACHED))
                .map(error -> error.substring(REACHED.length()));
    }

    /**
     * @param name in events
     * @param mails how many
     * @param window within which they are counted
     */
    public record Limit(String name, int mails, Duration window) {}

    /**
     * @param limit that is reached
     * @param until when it is not any more
     */
    public record Reached(Limit limit, Instant until) {

        /**
         * For the job that has to wait: until some time within a window after that, since only one of many that wait can have
         * the place.
         *
         * @param expiry when the mail is worth nothing any more
         */
        public MailPostponedException postponed(Instant expiry) {
            Instant latest = Stream.of(until.plus(limit.window()), expiry.minusSeconds(1))
                    .min(Comparator.naturalOrder())
                    .get();
            long spread = Math.max(1, Duration.between(until, latest).toMillis());
            return new MailPostponedException(
                    REACHED + limit.name(),
                    until.plusMillis(ThreadLocalRandom.current().nextLong(spread)));
        }
    }

    /**
     * Counts the mail of this worker's job, once for all its attempts. In a transaction of its own: one that waits for
     * another worker's number would not see that one's row on every database.
     *
     * @return the limit that is reached, and then nothing is counted; of several the one that lasts longest
     */
    public Optional<Reached> add(List<Limit> limits) {
        String realm = session.getContext().getRealm().getId();
        String job = Worker.of(session).orElseThrow().job();
        while (true) {
            Attempt attempt = KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(), own -> attempt(Outbox.entityManager(own), realm, job, limits));
            if (!attempt.isBeaten()) {
                return attempt.reached();
            }
        }
    }

    /** @param isBeaten whether another worker has taken the same number at the same time */
    private record Attempt(Optional<Reached> reached, boolean isBeaten) {}

    private Attempt attempt(EntityManager rows, String realm, String job, List<Limit> limits) {
        long latest = latest(rows);
        List<Counted> counted = counted(
                rows, job, limits.stream().map(limit -> first(limit, latest)).toList());
        if (counted.stream().anyMatch(row -> job.equals(row.job()))) {
            return new Attempt(Optional.empty(), false);
        }
        Optional<Reached> reached = limits.stream()
                .flatMap(limit -> counted.stream()
                        .filter(row -> row.number() == first(limit, latest))
                        .map(row -> new Reached(limit, row.at().plus(limit.window()))))
                .filter(limit -> limit.until().isAfter(Outbox.now()))
                .max(Comparator.comparing(Reached::until));
        return new Attempt(reached, reached.isEmpty() && !isInserted(rows, realm, job, latest + 1, limits));
    }

    /** Number of the mail that has to be out of the window. Where it is not there any more, it is. */
    private static long first(Limit limit, long latest) {
        return latest - limit.mails() + 1;
    }

    /** 0 where none has been counted. Not by time, since some databases keep whole seconds. */
    private long latest(EntityManager rows) {
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
    private List<Counted> counted(EntityManager rows, String job, List<Long> numbers) {
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
                .map(row -> new Counted((Instant) row[0], (String) row[1], Long.parseLong((String) row[2])))
                .toList();
    }

    /**
     * @param at when
     * @param job whose mail it was
     * @param number of the row
     */
    private record Counted(Instant at, String job, long number) {}

    /** False where another worker has this number. */
    private boolean isInserted(EntityManager rows, String realm, String job, long number, List<Limit> limits) {
        Duration longest = limits.stream()
                .map(Limit::window)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
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
                .setParameter("nextAttemptAt", Outbox.now().plus(longest))
                .setParameter("createdAt", Outbox.now())
                .executeUpdate();
        // Not by the count of rows: MariaDB counts a row that was there, too.
        return rows.createQuery(
                        "select e.containerId from OutboxEntryEntity e where e.entryKind = :kind and e.ownerId = :counter"
                                + " and e.correlationId = :number",
                        String.class)
                .setParameter("kind", KIND)
                .setParameter("counter", counter)
                .setParameter("number", String.valueOf(number))
                .getResultList()
                .contains(job);
    }

    /** Deletes the rows that no limit looks back to any more. */
    static void purge(KeycloakSession session) {
        Outbox.entityManager(session)
                .createQuery("delete from OutboxEntryEntity e where e.entryKind = :kind and e.nextAttemptAt < :now")
                .setParameter("kind", KIND)
                .setParameter("now", Outbox.now())
                .executeUpdate();
    }
}
