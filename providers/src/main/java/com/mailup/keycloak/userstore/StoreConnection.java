package com.mailup.keycloak.userstore;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.ldap.LDAPStorageProvider;
import org.keycloak.storage.user.UserLookupProvider;

/** Calls one user store, and throws {@link StoreUnavailableException} where it does not answer. */
record StoreConnection(
        KeycloakSession session, RealmModel realm, UserStorageProviderModel model, UserStorageProvider provider) {

    private static final Logger LOG = Logger.getLogger(StoreConnection.class);
    private static final StoreHealth HEALTH = StoreHealth.OF_THIS_NODE;

    boolean answers() {
        return HEALTH.cached(model.getId()).orElseGet(this::probe);
    }

    void requireAvailable() {
        if (!answers()) {
            throw new StoreUnavailableException(model.getName());
        }
    }

    /** The same at this moment, without the cache. */
    void requireReachable() {
        if (!isReachable()) {
            throw new StoreUnavailableException(model.getName());
        }
    }

    <T> T call(Supplier<T> lookup) {
        requireAvailable();
        try {
            T answer = lookup.get();
            markAvailable();
            return answer;
        } catch (StoreUnavailableException | ModelDuplicateException | IllegalStateException e) {
            // It has answered: two people that Keycloak cannot tell apart, or a person who was deleted.
            throw e;
        } catch (RuntimeException e) {
            throw isOfDatabase(e) ? e : unavailable(e.getClass().getSimpleName());
        }
    }

    /** It has answered, and Keycloak's own database failed: two workers import the same person at the same moment. */
    private static boolean isOfDatabase(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(SQLException.class::isInstance);
    }

    StoreUnavailableException unavailable(String reason) {
        logFailure(HEALTH.recordLookupFailure(model.getId()), reason);
        return new StoreUnavailableException(model.getName());
    }

    /** Whether it can be reached; after a look-up has failed, whether it answers one. */
    boolean probe() {
        return isReachable() && (HEALTH.hasFailedLookup(model.getId()) ? answersLookup() : markAvailable());
    }

    boolean isAvailableNow() {
        return isReachable() && answersLookup();
    }

    /** Only LDAP directories can be probed without a look-up. */
    private boolean isReachable() {
        if (!(provider instanceof LDAPStorageProvider)) {
            return true;
        }
        Optional<String> failure = new DirectoryProbe(session, model).failure();
        failure.ifPresent(reason -> logFailure(HEALTH.recordUnreachable(model.getId()), reason));
        return failure.isEmpty();
    }

    private boolean markAvailable() {
        logRecovery(HEALTH.recordAnswer(model.getId()));
        return true;
    }

    /** By a look-up of a name that no account has. */
    private boolean answersLookup() {
        try {
            if (provider instanceof UserLookupProvider people) {
                people.getUserByUsername(realm, KeycloakModelUtils.generateId());
            }
            return markAvailable();
        } catch (RuntimeException e) {
            unavailable(e.getClass().getSimpleName());
            return false;
        }
    }

    private void logRecovery(boolean due) {
        if (due) {
            LOG.infof("The user store %s of the realm %s answers again", model.getName(), realm.getName());
        }
    }

    private void logFailure(boolean due, String reason) {
        if (due) {
            LOG.warnf(
                    "The user store %s of the realm %s does not answer (%s): its people cannot sign in, recoveries wait for it, and it is asked again every %d seconds",
                    model.getName(), realm.getName(), reason, StoreHealth.RETRY_INTERVAL.toSeconds());
        }
    }
}
