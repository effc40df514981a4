package com.mailup.keycloak.throttle;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * So many slots for one who asks; a slot that is taken is free again when the window has passed, so that no stretch of
 * that length ever sees more requests than there are slots.
 *
 * @param limit name of the limit
 * @param subject who asks: an address of either kind
 * @param slots how many requests a window allows
 * @param window how long a slot stays taken
 */
record Bucket(String limit, String subject, int slots, Duration window) {

    /** Keycloak gives keys that end in {@code .revoked} a meaning (CVE-2026-4325): ours end in a number. */
    static final String PREFIX = "mailup-throttle.";

    /** Takes a slot, whichever node of the cluster asks: its key, or nothing where none is free. */
    Optional<String> take(SingleUseObjectProvider taken, UnaryOperator<String> hash) {
        return free(taken, hash)
                .filter(key -> taken.putIfAbsent(key, window.toSeconds()))
                .findFirst();
    }

    /** Whether a slot is free. */
    boolean hasFreeSlot(SingleUseObjectProvider taken, UnaryOperator<String> hash) {
        return free(taken, hash).findFirst().isPresent();
    }

    /** Reading may be local, writing asks the cluster: only what looks free is written. From anywhere on, since the first slots are taken first. */
    private Stream<String> free(SingleUseObjectProvider taken, UnaryOperator<String> hash) {
        String all = PREFIX + hash.apply(limit + "\n" + subject) + ".";
        int first = ThreadLocalRandom.current().nextInt(slots);
        return IntStream.range(0, slots)
                .mapToObj(slot -> all + (first + slot) % slots)
                .filter(key -> !taken.contains(key));
    }
}
