package com.mailup.keycloak.singleuse;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Frees a single-use object if the request that took it fails: a retry, once the database is back, must not find the
 * limit reached or the link used.
 */
public final class SingleUseClaim extends AbstractKeycloakTransaction {

    private static final Logger LOG = Logger.getLogger(SingleUseClaim.class);

    private final KeycloakSessionFactory factory;
    private final String key;

    public SingleUseClaim(KeycloakSessionFactory factory, String key) {
        this.factory = factory;
        this.key = key;
    }

    /** Takes the object for this number of seconds, or until the request fails; false where another request has it. */
    public static boolean claim(KeycloakSession session, String key, long seconds) {
        boolean claimed = session.singleUseObjects().putIfAbsent(key, seconds);
        if (claimed) {
            session.getTransactionManager()
                    .enlistAfterCompletion(new SingleUseClaim(session.getKeycloakSessionFactory(), key));
        }
        return claimed;
    }

    @Override
    protected void commitImpl() {
        // the request did what it was taken for
    }

    @Override
    protected void rollbackImpl() {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    factory, session -> session.singleUseObjects().remove(key));
        } catch (RuntimeException e) {
            LOG.warnf("A single-use object stays taken: %s", e.getClass().getSimpleName());
        }
    }
}
