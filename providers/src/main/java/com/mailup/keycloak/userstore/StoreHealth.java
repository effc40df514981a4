package com.mailup.keycloak.userstore;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Which user stores answer, as this node has last seen it. A store that has failed is left alone for some seconds and then
 * asked by one thread, so that nobody else waits for it; it is told of once a minute. One that failed at a real question
 * counts as silent until it has answered one: that it can be reached says too little.
 */
final class StoreHealth {

    static final StoreHealth OF_THIS_NODE = new StoreHealth(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));

    static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration TELL = Duration.ofMinutes(1);
    /** What has not been asked for so long is forgotten: its realm may be gone. */
    private static final Duration KEEP = Duration.ofMinutes(10);

    /**
     * @param failedAtWork whether a real question has failed since one was answered
     * @param until when it should be asked again
     * @param told when somebody was last told that it does not answer; null for never
     * @param owed whether they are yet to be told that it does
     */
    private record Seen(boolean answers, boolean failedAtWork, long until, Long told, boolean owed) {

        Seen until(long other) {
            return new Seen(answers, failedAtWork, other, told, owed);
        }
    }

    private final Map<String, Seen> stores = new ConcurrentHashMap<>();
    private final LongSupplier clock;

    StoreHealth(LongSupplier clock) {
        this.clock = clock;
    }

    /** Whether it answers, where that is known well enough; if it is not, the one who asks has to find out. */
    Optional<Boolean> known(String store) {
        long now = clock.getAsLong();
        Seen before = stores.get(store);
        if (before == null) {
            return Optional.empty();
        } else if (now < before.until) {
            return Optional.of(before.answers);
        }
        Seen mine = before.until(now + (before.answers ? FRESH : PAUSE).toMillis());
        return stores.replace(store, before, mine) ? Optional.empty() : Optional.of(before.answers);
    }

    /** Whether it is not enough that it can be reached. */
    boolean hasFailedLookup(String store) {
        Seen before = stores.get(store);
        return before != null && before.failedAtWork;
    }

    /** It answers. Whether somebody should be told: those who know that it did not. */
    boolean answered(String store) {
        long now = clock.getAsLong();
        boolean[] owed = new boolean[1];
        stores.compute(store, (id, before) -> {
            owed[0] = before != null && before.owed;
            return new Seen(true, false, now + FRESH.toMillis(), before == null ? null : before.told, false);
        });
        forget(now);
        return owed[0];
    }

    /** It cannot be reached. Whether somebody should be told. */
    boolean unreached(String store) {
        return failed(store, false);
    }

    /** It has failed at a real question. Whether somebody should be told. */
    boolean failed(String store) {
        return failed(store, true);
    }

    private boolean failed(String store, boolean atWork) {
        long now = clock.getAsLong();
        boolean[] tell = new boolean[1];
        stores.compute(store, (id, before) -> {
            tell[0] = before == null || before.told == null || now - before.told >= TELL.toMillis();
            return new Seen(
                    false,
                    atWork || before != null && before.failedAtWork,
                    now + PAUSE.toMillis(),
                    tell[0] ? Long.valueOf(now) : before.told,
                    tell[0] || before.owed);
        });
        forget(now);
        return tell[0];
    }

    int size() {
        return stores.size();
    }

    private void forget(long now) {
        stores.values().removeIf(seen -> now - seen.until > KEEP.toMillis());
    }
}
