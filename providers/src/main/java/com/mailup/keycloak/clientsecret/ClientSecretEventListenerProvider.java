package com.mailup.keycloak.clientsecret;

import java.util.Optional;
import java.util.Set;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.KeycloakSession;

/**
 * Checks the clients of a realm when an administrator binds a flow or edits one: the realm may use this extension from
 * then on.
 */
final class ClientSecretEventListenerProvider implements EventListenerProvider {

    private static final Set<ResourceType> RELEVANT_TYPES = Set.of(
            ResourceType.REALM, ResourceType.AUTH_FLOW, ResourceType.AUTH_EXECUTION_FLOW, ResourceType.AUTH_EXECUTION);

    private final KeycloakSession session;

    ClientSecretEventListenerProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(AdminEvent edit, boolean includeRepresentation) {
        if (RELEVANT_TYPES.contains(edit.getResourceType())) {
            Optional.ofNullable(session.realms().getRealm(edit.getRealmId()))
                    .ifPresent(realm -> ClientSecretEventListenerProviderFactory.replaceUnfilled(session, realm));
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
