package com.mailup.keycloak.clientsecret;

import com.mailup.keycloak.flowcheck.MailupRealm;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderEvent;

/**
 * In realms that have a step of ours in a flow, no client keeps an empty secret or a placeholder such as {@code
 * ${PLATFORM_SECRET}}: at start, at an import and whenever a client, a flow or the realm is changed it gets a random
 * one, and an error is logged. Works in all such realms without being added to their event listeners. No settings.
 */
public final class ClientSecretEventListenerProviderFactory implements EventListenerProviderFactory {

    @Override
    public String getId() {
        return "mailup-client-secret";
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new ClientSecretEventListenerProvider(session);
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(ClientSecretEventListenerProviderFactory::onProviderEvent);
    }

    private static void onProviderEvent(ProviderEvent event) {
        // An export starts the server too, and must not change what it writes.
        if (event instanceof PostMigrationEvent start && !Environment.isNonServerMode()) {
            KeycloakModelUtils.runJobInTransaction(
                    start.getFactory(),
                    session -> session.realms().getRealmsStream().forEach(realm -> replaceUnfilled(session, realm)));
        } else if (event instanceof RealmModel.RealmPostCreateEvent imported) {
            replaceUnfilled(imported.getKeycloakSession(), imported.getCreatedRealm());
        } else if (event instanceof ClientModel.ClientUpdatedEvent changed) {
            replaceUnfilled(changed.getUpdatedClient());
        }
    }

    static void replaceUnfilled(KeycloakSession session, RealmModel realm) {
        if (new MailupRealm(realm).hasMailupStep()) {
            session.clients().getClientsStream(realm).forEach(client -> new ClientSecret(client).replaceUnfilled());
        }
    }

    private static void replaceUnfilled(ClientModel client) {
        if (ClientSecret.isUnfilled(client.getSecret()) && new MailupRealm(client.getRealm()).hasMailupStep()) {
            new ClientSecret(client).replaceUnfilled();
        }
    }

    @Override
    public void init(Config.Scope config) {
        // no server-wide settings
    }

    @Override
    public void close() {
        // holds nothing
    }
}
