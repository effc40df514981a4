package com.mailup.keycloak.mailqueue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
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
     * Counts the mail of this worker's job, once for all its attempts as long as a limit looks back. In transactions of
     * their own: one that waits for another worker's number would not see that one's row on every database, and MariaDB
     * refuses a change to what has changed since it was read.
     *
     * @return the limit that is reached, and then nothing is counted; of several the one that lasts longest
     */
    public Optional<Reached> add(List<Limit> limits) {
        while (true) {
            Usage usage = inTransaction(rows -> usage(rows, limits));
            if (usage.isCounted() || usage.reached().isPresent()) {
                return usage.reached();
            }
            if (inTransaction(rows -> rows.isInserted(usage.latest() + 1, longest(limits)))) {
                return Optional.empty();
            }
        }
    }

    private <T> T inTransaction(Function<MailCountRows, T> work) {
        String realm = session.getContext().getRealm().getId();
        String job = WorkerContext.of(session).orElseThrow().job();
        return KeycloakModelUtils.runJobInTransactionWithResult(
                session.getKeycloakSessionFactory(),
                own -> work.apply(new MailCountRows(Outbox.entityManager(own), realm, counter, job)));
    }

    /**
     * @param latest number of the mail that was counted last
     * @param isCounted whether this one has been
     */
    private record Usage(long latest, boolean isCounted, Optional<Reached> reached) {}

    private static Usage usage(MailCountRows rows, List<Limit> limits) {
        long latest = rows.latest();
        List<MailCountRows.Row> found =
                rows.ownAnd(limits.stream().map(limit -> first(limit, latest)).toList());
        if (found.stream().anyMatch(MailCountRows.Row::isOwn)) {
            return new Usage(latest, true, Optional.empty());
        }
        return new Usage(
                latest,
                false,
                limits.stream()
                        .flatMap(limit -> found.stream()
                                .filter(row -> row.number() == first(limit, latest))
                                .map(row -> new Reached(limit, row.at().plus(limit.window()))))
                        .filter(limit -> limit.until().isAfter(Outbox.now()))
                        .max(Comparator.comparing(Reached::until)));
    }

    /**
     * Number of the mail that has to be out of the window. Where it is not there any more, it is: rows are kept for the
     * longest window of their time, so only a window that was shortened and prolonged again can let one too many through.
     */
    private static long first(Limit limit, long latest) {
        return latest - limit.mails() + 1;
    }

    private static Duration longest(List<Limit> limits) {
        return limits.stream().map(Limit::window).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }
}
