package com.mailup.keycloak.throttle;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Frees a slot where the request that took it fails: it left no mail, and whoever tries again until the database is back
 * must not find the limit reached.
 */
final class GiveBack extends AbstractKeycloakTransaction {

    private static final Logger LOG = Logger.getLogger(GiveBack.class);

    private final KeycloakSessionFactory factory;
    private final String slot;

    GiveBack(KeycloakSessionFactory factory, String slot) {
        this.factory = factory;
        this.slot = slot;
    }

    @Override
    protected void commitImpl() {
        // the request did what the slot was for
    }

    @Override
    protected void rollbackImpl() {
        try {
            KeycloakModelUtils.runJobInTransaction(
                    factory, session -> session.singleUseObjects().remove(slot));
        } catch (RuntimeException e) {
            LOG.warnf("A slot stays taken: %s", e.getClass().getSimpleName());
        }
    }
}
