package com.mailup.keycloak.throttle;

import com.mailup.keycloak.flow.Mac;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Failed logins of one network, over all accounts and all nodes: after so many in a window, nobody there can try for as
 * long. Logins that succeed do not count. Where nothing can be counted, everybody can try.
 *
 * @param most how many may fail
 * @param window in which they are counted, and how long the network then has to wait
 */
public record FailedLogins(KeycloakSession session, int most, Duration window) {

    private static final Logger LOG = Logger.getLogger(FailedLogins.class);
    private static final String LIMIT = "failed-logins";
    private static final String UNTIL = "until";

    /** How long this network has to wait; nothing where it may try. */
    public Optional<Duration> pause() {
        try {
            return pauseCounted();
        } catch (RuntimeException e) {
            cannotCount(e);
            return Optional.empty();
        }
    }

    private Optional<Duration> pauseCounted() {
        Optional<Duration> pause = Optional.ofNullable(
                        session.singleUseObjects().get(pauseKey()))
                .map(notes -> Long.parseLong(notes.get(UNTIL)) - Time.currentTimeMillis())
                .filter(left -> left > 0)
                .map(Duration::ofMillis);
        if (pause.isPresent() || bucket().hasRoom(session.singleUseObjects(), new Mac(session))) {
            return pause;
        }
        begin();
        return Optional.of(window);
    }

    /** Counts one more. */
    public void add() {
        Mac mac = new Mac(session);
        try {
            // A transaction of its own, since a store that fails must not take the answer with it.
            KeycloakModelUtils.runJobInTransaction(
                    session.getKeycloakSessionFactory(), counting -> bucket().take(counting.singleUseObjects(), mac));
        } catch (RuntimeException e) {
            cannotCount(e);
        }
    }

    private static void cannotCount(RuntimeException failure) {
        LOG.errorf(
                "Failed logins are not counted for their network: %s",
                failure.getClass().getSimpleName());
    }

    private void begin() {
        String key = pauseKey();
        Map<String, String> notes = Map.of(UNTIL, String.valueOf(Time.currentTimeMillis() + window.toMillis()));
        KeycloakModelUtils.runJobInTransaction(
                session.getKeycloakSessionFactory(),
                counting -> counting.singleUseObjects().put(key, window.toSeconds(), notes));
    }

    private Bucket bucket() {
        return new Bucket(LIMIT, network(), most, window);
    }

    private String network() {
        return new ClientAddress(session.getContext().getConnection().getRemoteHost()).network();
    }

    private String pauseKey() {
        return Bucket.PREFIX + new Mac(session).apply(LIMIT + "\npause\n" + network()) + ".0";
    }
}
