package com.mailup.keycloak.userstore;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Which user stores answer, as this node has last seen it. A store that has failed is left alone for some seconds and then
 * asked by one thread, so that nobody else waits for it; it is told of once a minute.
 */
final class StoreHealth {

    static final StoreHealth OF_THIS_NODE = new StoreHealth(System::currentTimeMillis);

    static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration TELL = Duration.ofMinutes(1);
    /** What has not been asked for so long is forgotten: its realm may be gone. */
    private static final Duration KEEP = Duration.ofMinutes(10);

    /**
     * @param until when it should be asked again
     * @param told when somebody was last told that it does not answer
     * @param owed whether they are yet to be told that it does
     */
    private record Seen(boolean answers, long until, long told, boolean owed) {}

    private final Map<String, Seen> stores = new ConcurrentHashMap<>();
    private final LongSupplier clock;

    StoreHealth(LongSupplier clock) {
        this.clock = clock;
    }

    /** Whether it answers, where that is known well enough; if it is not, whoever asks has to find out. */
    Optional<Boolean> known(String store) {
        long now = clock.getAsLong();
        Seen before = stores.get(store);
        if (before == null || before.answers && now >= before.until) {
            return Optional.empty();
        } else if (before.answers || now < before.until) {
            return Optional.of(before.answers);
        }
        Seen mine = new Seen(false, now + PAUSE.toMillis(), before.told, before.owed);
        return stores.replace(store, before, mine) ? Optional.empty() : Optional.of(false);
    }

    /** Whether somebody should be told: those who know that it did not. */
    boolean answered(String store) {
        long now = clock.getAsLong();
        boolean[] owed = new boolean[1];
        stores.compute(store, (id, before) -> {
            owed[0] = before != null && before.owed;
            return new Seen(true, now + FRESH.toMillis(), before == null ? 0 : before.told, false);
        });
        forget(now);
        return owed[0];
    }

    /** Whether somebody should be told. */
    boolean failed(String store) {
        long now = clock.getAsLong();
        boolean[] tell = new boolean[1];
        stores.compute(store, (id, before) -> {
            tell[0] = before == null || before.told == 0 || now - before.told >= TELL.toMillis();
            return new Seen(false, now + PAUSE.toMillis(), tell[0] ? now : before.told, tell[0] || before.owed);
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
