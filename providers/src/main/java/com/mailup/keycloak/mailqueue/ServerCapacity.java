package com.mailup.keycloak.mailqueue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How many mails this node hands to the mail server of a realm at the same time. A server that does not answer is asked
 * with one mail after a pause, until it answers; one that is busy gets as many as it took, and one more each minute.
 */
final class ServerCapacity {

    private static final Duration RECOVERY = Duration.ofMinutes(1);

    private final int most;
    private final InstantSource clock;
    /** By id of the realm. A realm that nothing is sent for, and whose server was up, is forgotten. */
    private final Map<String, Server> servers = new HashMap<>();

    ServerCapacity(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /** Takes a place for one mail; false where it has to wait. */
    synchronized boolean tryAcquire(String realm) {
        Server server = servers.computeIfAbsent(realm, id -> new Server());
        boolean free = server.running < server.limit() && !clock.instant().isBefore(server.notBefore);
        if (free) {
            server.running++;
        }
        return free;
    }

    /** Gives a place back. */
    synchronized void release(String realm, ServerState state) {
        Server server = servers.get(realm);
        server.running--;
        server.told(state);
        if (server.running == 0 && server.limit() == most) {
            servers.remove(realm);
        }
    }

    /** Realms whose servers answer and have as many mails as they take. */
    synchronized Set<String> full() {
        Set<String> full = new HashSet<>();
        servers.forEach((realm, server) -> {
            if (server.failures == 0 && server.running >= server.limit()) {
                full.add(realm);
            }
        });
        return full;
    }

    private final class Server {

        private int running;
        private int failures;
        private int taken = most;
        private Instant busySince = Instant.MIN;
        private Instant notBefore = Instant.MIN;

        private int limit() {
            return failures > 0 ? 1 : taken;
        }

        private void told(ServerState state) {
            switch (state) {
                case UP -> {
                    failures = 0;
                    notBefore = Instant.MIN;
                    if (taken < most && clock.instant().isAfter(busySince.plus(RECOVERY))) {
                        taken++;
                        busySince = clock.instant();
                    }
                }
                case BUSY -> {
                    failures = 0;
                    taken = Math.max(1, Math.min(taken, running));
                    busySince = clock.instant();
                }
                case DOWN -> {
                    // Mails that were on their way when the first one failed tell nothing new.
                    if (!clock.instant().isBefore(notBefore)) {
                        failures++;
                        notBefore = MailPriority.HIGH.nextAttempt(clock.instant(), failures);
                    }
                }
            }
        }
    }
}
