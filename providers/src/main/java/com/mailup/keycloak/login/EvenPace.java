package com.mailup.keycloak.login;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakTransaction;
import org.keycloak.models.RealmModel;

/**
 * Lets the answers to logins that fail leave after the same time, whatever was found out on the way: a little later than
 * nearly all of them are ready. How long that is, it learns from the latest ones of this node.
 */
final class EvenPace {

    private static final Duration LONGEST_WAIT = Duration.ofMillis(250);
    private static final double WEIGHT = 1 / 32.0;
    /** Of mean deviations: what exceeds it is one answer in a thousand. */
    private static final double MARGIN = 4;

    private static final Map<String, EvenPace> PACES = new ConcurrentHashMap<>();

    private double usual;
    private double deviation;

    /** Of this realm: others may compare passwords in another way. */
    static EvenPace of(RealmModel realm) {
        return PACES.computeIfAbsent(realm.getId(), id -> new EvenPace());
    }

    /** To be enlisted behind all other work of a request that began at this moment ({@link System#nanoTime}). */
    KeycloakTransaction endOf(long begin) {
        return new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                long now = System.nanoTime();
                long end = now + left(now - begin);
                // A thread of a pool may be woken before its time.
                for (long left = end - now; left > 0; left = end - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
            }

            @Override
            protected void rollbackImpl() {
                // an error of the server is another answer anyway
            }
        };
    }

    /** How many nanoseconds are left for an answer that took so long. */
    synchronized long left(long took) {
        double target = usual + MARGIN * deviation;
        // One that was held up by something else, such as a garbage collection, is no measure.
        learn(target > 0 ? Math.min(took, 2 * target) : took);
        return Math.max(0, Math.min(Math.round(target - took), LONGEST_WAIT.toNanos()));
    }

    private void learn(double took) {
        if (usual == 0) {
            usual = took;
            deviation = took / MARGIN;
        } else {
            deviation += WEIGHT * (Math.abs(took - usual) - deviation);
            usual += WEIGHT * (took - usual);
        }
    }
}
