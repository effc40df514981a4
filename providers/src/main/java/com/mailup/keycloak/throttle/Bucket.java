package com.mailup.keycloak.throttle;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * A fixed number of slots for one subject. A slot that is taken is free again when the window has passed, so that no
 * period of that length ever sees more requests than there are slots.
 *
 * @param limit name of the limit
 * @param subject the client address or e-mail address that the limit counts
 * @param slots how many requests a window allows
 * @param window how long a slot stays taken
 */
record Bucket(String limit, String subject, int slots, Duration window) {

    /** Keycloak gives keys that end in {@code .revoked} a meaning (CVE-2026-4325): ours end in a number. */
    static final String PREFIX = "mailup-throttle.";

    /** Takes a slot of the whole cluster: its key, or nothing where none is free. */
    Optional<String> take(SingleUseObjectProvider taken, UnaryOperator<String> hash) {
        return free(taken, hash)
                .filter(key -> taken.putIfAbsent(key, window.toSeconds()))
                .findFirst();
    }

    /** Whether a slot is free. */
    boolean hasFreeSlot(SingleUseObjectProvider taken, UnaryOperator<String> hash) {
        return free(taken, hash).findFirst().isPresent();
    }

    /**
     * Only slots that look free are written: a read may be local, a write asks the cluster. The search starts at a
     * random slot, so that requests at the same time do not all try the first one.
     */
    private Stream<String> free(SingleUseObjectProvider taken, UnaryOperator<String> hash) {
        String all = PREFIX + hash.apply(limit + "\n" + subject) + ".";
        int first = ThreadLocalRandom.current().nextInt(slots);
        return IntStream.range(0, slots)
                .mapToObj(slot -> all + (first + slot) % slots)
                .filter(key -> !taken.contains(key));
    }
}
