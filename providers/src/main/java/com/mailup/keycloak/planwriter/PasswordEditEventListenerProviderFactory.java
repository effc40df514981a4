package com.mailup.keycloak.planwriter;

import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;

/**
 * Keeps accounts that write plans from setting passwords. A permission of Keycloak's cannot: one that denies
 * {@code reset-password} for all people takes {@code view} and {@code manage} with it, and a password inside an account is
 * not asked for it at all. Works in all realms without being added to their event listeners. At start it names realms in which
 * whole clients write plans. No settings.
 */
public final class PasswordEditEventListenerProviderFactory implements EventListenerProviderFactory {

    private static final Logger LOG = Logger.getLogger(PasswordEditEventListenerProviderFactory.class);

    @Override
    public String getId() {
        return "mailup-password-edit";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new PasswordEditEventListenerProvider(session);
    }

    @Override
    public void init(Config.Scope config) {
        // no server-wide settings
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(event -> {
            if (event instanceof PostMigrationEvent && !Environment.isNonServerMode()) {
                KeycloakModelUtils.runJobInTransaction(factory, PasswordEditEventListenerProviderFactory::look);
            }
        });
    }

    private static void look(KeycloakSession session) {
        session.realms()
                .getRealmsStream()
                .filter(RealmModel::isAdminPermissionsEnabled)
                .forEach(realm -> {
                    session.getContext().setRealm(realm);
                    if (new PlanWriters(session, realm).areClients()) {
                        LOG.errorf(
                                "In the realm %s the token of each person who signs in at the platform may manage all people: run into-realm with --plan-writer.",
                                realm.getName());
                    }
                });
    }

    @Override
    public void close() {
        // holds nothing
    }
}
