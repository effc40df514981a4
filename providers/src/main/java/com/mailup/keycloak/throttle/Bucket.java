package com.mailup.keycloak.throttle;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * A number of slots for one subject. A slot that is taken is free again when the window has passed, so that no period of
 * that length ever sees more requests than there are slots.
 *
 * <p>The slots have numbers without an end and are taken in their order, so the limit is reached where the one that lies as
 * far back as there are slots is still taken: whatever the limit, a request looks at two or three of them. The number that was
 * taken last is noted beside them; where requests at the same time note an older one, the next request finds the slots
 * behind it taken and goes on to the first that is free.
 *
 * @param limit name of the limit
 * @param subject what the limit counts, such as a client address
 * @param slots how many requests a window allows
 * @param window how long a slot stays taken
 */
record Bucket(String limit, String subject, int slots, Duration window) {

    /** Keycloak gives keys that end in {@code .revoked} a meaning (CVE-2026-4325): ours end in a number. */
    static final String PREFIX = "mailup-throttle.";

    private static final String NUMBER = "number";

    /** Takes a slot of the whole cluster: its key, or nothing where none is free. */
    Optional<String> take(SingleUseObjectProvider taken, UnaryOperator<String> hash) {
        String prefix = prefix(hash);
        long next = next(taken, prefix);
        while (!isFull(taken, prefix, next)) {
            if (taken.putIfAbsent(prefix + next, window.toSeconds())) {
                taken.put(latest(prefix), window.toSeconds(), Map.of(NUMBER, String.valueOf(next)));
                return Optional.of(prefix + next);
            }
            next++;
        }
        return Optional.empty();
    }

    /** Whether a slot is free. */
    boolean hasFreeSlot(SingleUseObjectProvider taken, UnaryOperator<String> hash) {
        String prefix = prefix(hash);
        return !isFull(taken, prefix, next(taken, prefix));
    }

    private String prefix(UnaryOperator<String> hash) {
        return PREFIX + hash.apply(limit + "\n" + subject) + ".";
    }

    private static String latest(String prefix) {
        return prefix + "latest.0";
    }

    private static long next(SingleUseObjectProvider taken, String prefix) {
        Map<String, String> latest = taken.get(latest(prefix));
        long next = latest == null ? 0 : Long.parseLong(latest.get(NUMBER)) + 1;
        while (taken.contains(prefix + next)) {
            next++;
        }
        return next;
    }

    private boolean isFull(SingleUseObjectProvider taken, String prefix, long next) {
        return taken.contains(prefix + (next - slots));
    }
}
