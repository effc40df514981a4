package com.mailup.keycloak.throttle;

import com.mailup.keycloak.flow.OncePerMinute;
import com.mailup.keycloak.singleuse.KeyedHash;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Counts the failed logins of one network, over all accounts and all nodes. Once the limit of a window is reached, no
 * login from that network is tried for as long as the window. Logins that succeed do not count. If the cache fails, no
 * network is blocked.
 *
 * @param limit how many may fail
 * @param window in which they are counted, and how long the network then has to wait
 */
public record FailedLogins(KeycloakSession session, int limit, Duration window) {

    private static final Logger LOG = Logger.getLogger(FailedLogins.class);
    private static final OncePerMinute UNCOUNTED = new OncePerMinute(System::nanoTime);
    private static final String LIMIT = "failed-logins";
    private static final String UNTIL = "until";

    /** How long this network has to wait; nothing where it is not blocked. */
    public Optional<Duration> retryAfter() {
        try {
            return Optional.ofNullable(session.singleUseObjects().get(blockKey()))
                    .map(notes -> Long.parseLong(notes.get(UNTIL)) - Time.currentTimeMillis())
                    .filter(left -> left > 0)
                    .map(Duration::ofMillis);
        } catch (RuntimeException e) {
            log(e);
            return Optional.empty();
        }
    }

    /** Counts one more; the last that the limit allows blocks the network. False where it could not be counted. */
    public boolean add() {
        Bucket bucket = new Bucket(LIMIT, network(), limit, window);
        KeyedHash hash = new KeyedHash(session);
        try {
            // A transaction of its own, since a store that fails must not take the answer with it.
            KeycloakModelUtils.runJobInTransaction(session.getKeycloakSessionFactory(), counting -> {
                bucket.take(counting.singleUseObjects(), hash);
                if (!bucket.hasFreeSlot(counting.singleUseObjects(), hash)) {
                    block(counting.singleUseObjects());
                }
            });
            return true;
        } catch (RuntimeException e) {
            log(e);
            return false;
        }
    }

    private void block(SingleUseObjectProvider counts) {
        long until = Time.currentTimeMillis() + window.toMillis();
        counts.put(blockKey(), window.toSeconds(), Map.of(UNTIL, String.valueOf(until)));
    }

    private static void log(RuntimeException failure) {
        if (UNCOUNTED.tryAcquire()) {
            LOG.errorf(
                    "Failed logins are not counted for their network: %s",
                    failure.getClass().getSimpleName());
        }
    }

    private String network() {
        return new ClientAddress(session.getContext().getConnection().getRemoteHost()).network();
    }

    private String blockKey() {
        return Bucket.PREFIX + new KeyedHash(session).apply(LIMIT + "\npause\n" + network()) + ".0";
    }
}
