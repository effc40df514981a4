package com.mailup.keycloak.userstore;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Which user stores answer, as this node saw it last. After a failure a store is not asked for some seconds; then one thread
 * asks it, and no other thread waits for it. The failure is logged once a minute. A store that has failed at a look-up
 * counts as unavailable until it has answered one, even if it can be reached.
 */
final class StoreHealth {

    static final StoreHealth OF_THIS_NODE = new StoreHealth(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));

    static final Duration RETRY_INTERVAL = Duration.ofSeconds(5);
    private static final Duration CACHE_LIFESPAN = Duration.ofSeconds(1);
    private static final Duration LOG_INTERVAL = Duration.ofMinutes(1);
    /** A store that was not asked for so long is removed: its realm may be gone. */
    private static final Duration RETENTION = Duration.ofMinutes(10);

    /**
     * @param lookupFailed whether a look-up has failed since one was answered
     * @param checkAt when it should be asked again
     * @param lastLogged when its failure was last logged; null for never
     * @param recoveryUnlogged whether a failure was logged, and that it answers again was not
     */
    private record State(
            boolean answers, boolean lookupFailed, long checkAt, Long lastLogged, boolean recoveryUnlogged) {

        State withCheckAt(long time) {
            return new State(answers, lookupFailed, time, lastLogged, recoveryUnlogged);
        }
    }

    private final Map<String, State> stores = new ConcurrentHashMap<>();
    private final LongSupplier clock;

    StoreHealth(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * Whether it answers, where the cached state is new enough; otherwise nothing, and the caller has to probe the
     * store.
     */
    Optional<Boolean> cached(String store) {
        long now = clock.getAsLong();
        State before = stores.get(store);
        if (before == null) {
            return Optional.empty();
        } else if (now < before.checkAt) {
            return Optional.of(before.answers);
        }
        State claimed = before.withCheckAt(now + (before.answers ? CACHE_LIFESPAN : RETRY_INTERVAL).toMillis());
        return stores.replace(store, before, claimed) ? Optional.empty() : Optional.of(before.answers);
    }

    /** Whether a look-up has failed since one was answered. */
    boolean hasFailedLookup(String store) {
        State before = stores.get(store);
        return before != null && before.lookupFailed;
    }

    /** It answers. Returns whether to log it, which is so after a logged failure. */
    boolean recordAnswer(String store) {
        long now = clock.getAsLong();
        boolean[] log = new boolean[1];
        stores.compute(store, (id, before) -> {
            log[0] = before != null && before.recoveryUnlogged;
            return new State(
                    true, false, now + CACHE_LIFESPAN.toMillis(), before == null ? null : before.lastLogged, false);
        });
        evict(now);
        return log[0];
    }

    /** It cannot be reached. Returns whether to log it. */
    boolean recordUnreachable(String store) {
        return recordFailure(store, false);
    }

    /** A look-up has failed. Returns whether to log it. */
    boolean recordLookupFailure(String store) {
        return recordFailure(store, true);
    }

    private boolean recordFailure(String store, boolean lookup) {
        long now = clock.getAsLong();
        boolean[] log = new boolean[1];
        stores.compute(store, (id, before) -> {
            log[0] = before == null || before.lastLogged == null || now - before.lastLogged >= LOG_INTERVAL.toMillis();
            return new State(
                    false,
                    lookup || before != null && before.lookupFailed,
                    now + RETRY_INTERVAL.toMillis(),
                    log[0] ? Long.valueOf(now) : before.lastLogged,
                    log[0] || before.recoveryUnlogged);
        });
        evict(now);
        return log[0];
    }

    int size() {
        return stores.size();
    }

    private void evict(long now) {
        stores.values().removeIf(state -> now - state.checkAt > RETENTION.toMillis());
    }
}
