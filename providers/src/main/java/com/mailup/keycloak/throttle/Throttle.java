package com.mailup.keycloak.throttle;

import com.mailup.keycloak.singleuse.KeyedHash;
import com.mailup.keycloak.singleuse.SingleUseClaim;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.LoginActionsService;

/** Counts requests by their client address, and each page once. A request that cannot be counted is over the limit. */
final class Throttle {

    private static final Logger LOG = Logger.getLogger(Throttle.class);

    private final KeycloakSession session;

    Throttle(KeycloakSession session) {
        this.session = session;
    }

    /** Takes the slots that one request needs; the name of the limit that is reached, if one is. */
    Optional<String> limitReached() {
        try {
            List<Bucket> buckets = Limits.of(session.getContext().getRealm())
                    .buckets(
                            new ClientAddress(
                                    session.getContext().getConnection().getRemoteHost()),
                            form());
            KeyedHash hash = new KeyedHash(session);
            // A transaction of its own, since a store that fails must not take the page with it.
            return KeycloakModelUtils.runJobInTransactionWithResult(
                    session.getKeycloakSessionFactory(),
                    counting -> buckets.stream()
                            .filter(bucket -> !take(bucket, counting, hash))
                            .map(Bucket::limit)
                            .findFirst());
        } catch (RuntimeException e) {
            LOG.errorf(
                    "Recovery requests cannot be counted, so no mail is sent: %s",
                    e.getClass().getSimpleName());
            return Optional.of("unavailable");
        }
    }

    private boolean take(Bucket bucket, KeycloakSession counting, KeyedHash hash) {
        Optional<String> slot = bucket.take(counting.singleUseObjects(), hash);
        slot.ifPresent(key -> session.getTransactionManager()
                .enlistAfterCompletion(new SingleUseClaim(session.getKeycloakSessionFactory(), key)));
        return slot.isPresent();
    }

    /** The code of the page that was posted. */
    private String form() {
        return session.getContext().getUri().getQueryParameters().getFirst(LoginActionsService.SESSION_CODE);
    }
}
