package com.mailup.keycloak.clientsecret;

import java.util.Optional;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;

/** A realm that becomes ours, because an administrator binds a flow of ours, is looked at then. */
final class ClientSecretEventListenerProvider implements EventListenerProvider {

    private final KeycloakSession session;

    ClientSecretEventListenerProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(AdminEvent edit, boolean includeRepresentation) {
        if (edit.getResourceType() == ResourceType.REALM) {
            Optional.ofNullable(session.realms().getRealm(edit.getRealmId()))
                    .ifPresent(realm -> ClientSecretEventListenerProviderFactory.look(session, realm));
        }
    }

    @Override
    public void onEvent(Event event) {
        // what people do changes no client
    }

    @Override
    public void close() {
        // holds nothing
    }
}
