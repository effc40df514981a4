package com.mailup.keycloak.mailqueue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How many mails this node hands to the mail server of a realm at the same time. A server that does not answer is asked
 * with one mail after a pause, until it answers; one that is busy gets as many as it took, and one more each minute.
 */
final class ServerCapacity {

    private static final Duration RECOVERY = Duration.ofMinutes(1);
    private static final Duration NEXT_LOOK = Duration.ofSeconds(1);

    private final int most;
    private final InstantSource clock;
    /** By id of the realm. One that has changed its settings begins anew. */
    private final Map<String, Server> servers = new HashMap<>();

    ServerCapacity(int most, InstantSource clock) {
        this.most = most;
        this.clock = clock;
    }

    /** A permit for one mail; nothing where it has to wait. */
    synchronized Optional<Permit> tryAcquire(String realm, Map<String, String> settings) {
        Server server = servers.get(realm);
        if (server == null || !server.settings.equals(settings)) {
            server = new Server(settings);
            servers.put(realm, server);
        }
        return server.tryAcquire();
    }

    /** When a realm's server that does not answer is asked again; nothing where it answers. */
    synchronized Optional<Instant> downUntil(String realm) {
        Instant soon = clock.instant().plus(NEXT_LOOK);
        return Optional.ofNullable(servers.get(realm))
                .filter(server -> server.failures > 0)
                .map(server -> server.notBefore.isBefore(soon) ? soon : server.notBefore);
    }

    /**
     * Realms whose mails are not to be claimed now: their servers have as many as they take, or do not answer and some of
     * their mails have just been looked at. Looked at they are once a second, since they may be too old or the settings new.
     */
    synchronized Set<String> paused() {
        Set<String> paused = new HashSet<>();
        servers.forEach((realm, server) -> {
            if (server.isPaused()) {
                paused.add(realm);
            }
        });
        return paused;
    }

    /** To be given back. */
    interface Permit {

        /** @param state what was learned of the server */
        void release(ServerState state);
    }

    private final class Server {

        private final Map<String, String> settings;
        private int running;
        private int failures;
        private int taken = most;
        private Instant busySince = Instant.MIN;
        private Instant notBefore = Instant.MIN;
        private Instant nextLook = Instant.MIN;

        private Server(Map<String, String> settings) {
            this.settings = settings;
        }

        private boolean isPaused() {
            return failures == 0 ? running >= taken : clock.instant().isBefore(nextLook);
        }

        private Optional<Permit> tryAcquire() {
            if (running >= (failures > 0 ? 1 : taken) || clock.instant().isBefore(notBefore)) {
                nextLook = clock.instant().plus(NEXT_LOOK);
                return Optional.empty();
            }
            running++;
            return Optional.of(this::release);
        }

        private void release(ServerState state) {
            synchronized (ServerCapacity.this) {
                running--;
                switch (state) {
                    case UNKNOWN -> {
                        // nothing was learned
                    }
                    case UP -> up();
                    case BUSY -> busy();
                    case DOWN -> down();
                }
            }
        }

        private void up() {
            failures = 0;
            notBefore = Instant.MIN;
            if (taken < most && clock.instant().isAfter(busySince.plus(RECOVERY))) {
                taken++;
                busySince = clock.instant();
            }
        }

        /** One that takes nothing at all is as good as down. */
        private void busy() {
            if (running == 0) {
                down();
            } else {
                taken = Math.min(taken, running);
                busySince = clock.instant();
            }
        }

        /** Mails that were on their way when the first one failed tell nothing new. */
        private void down() {
            if (!clock.instant().isBefore(notBefore)) {
                failures++;
                notBefore = MailPriority.HIGH.nextAttempt(clock.instant(), failures);
            }
        }
    }
}
