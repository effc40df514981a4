package com.mailup.keycloak.planwriter;

import jakarta.ws.rs.ForbiddenException;
import java.util.Set;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** An account that writes plans sets nobody's password: whatever it does with one is answered with 403 and undone. */
final class PasswordEditEventListenerProvider implements EventListenerProvider {

    private static final Set<OperationType> WITH_CREDENTIALS = Set.of(OperationType.CREATE, OperationType.UPDATE);

    private final KeycloakSession session;

    PasswordEditEventListenerProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(AdminEvent edit, boolean includeRepresentation) {
        if (edit.getResourceType() == ResourceType.USER && setsPassword(edit) && byPlanWriter(edit)) {
            refuse();
        }
    }

    private boolean setsPassword(AdminEvent edit) {
        return edit.getResourcePath().endsWith("/reset-password")
                || WITH_CREDENTIALS.contains(edit.getOperationType()) && PasswordReaderInterceptor.hasRead(session);
    }

    private boolean byPlanWriter(AdminEvent edit) {
        RealmModel realm = session.realms().getRealm(edit.getRealmId());
        return edit.getAuthDetails().getRealmId().equals(realm.getId())
                && new PlanWriters(session, realm).include(edit.getAuthDetails().getUserId());
    }

    /** The edit is part of this transaction: Keycloak asks for no more than "manage", and has done it by now. */
    private void refuse() {
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                throw new ForbiddenException();
            }

            @Override
            protected void rollbackImpl() {
                // nothing was done
            }
        });
    }

    @Override
    public void onEvent(Event event) {
        // what people do with their own passwords is theirs
    }

    @Override
    public void close() {
        // holds nothing
    }
}
