package com.mailup.keycloak.flowcheck;

import jakarta.ws.rs.BadRequestException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventStoreProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Names what an administrator's edit would break; an edit of a step's settings that cannot be used is refused. */
final class FlowCheckEventListenerProvider implements EventListenerProvider {

    private static final Logger LOG = Logger.getLogger(FlowCheckEventListenerProvider.class);

    private static final Set<ResourceType> LOOKED_AT = Set.of(
            ResourceType.REALM,
            ResourceType.AUTH_FLOW,
            ResourceType.AUTH_EXECUTION_FLOW,
            ResourceType.AUTH_EXECUTION,
            ResourceType.AUTHENTICATOR_CONFIG,
            ResourceType.REQUIRED_ACTION);
    /** Width of Keycloak's column. */
    private static final int LONGEST_ERROR = 255;

    private final KeycloakSession session;

    FlowCheckEventListenerProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(AdminEvent edit, boolean includeRepresentation) {
        if (edit.getResourceType() == ResourceType.COMPONENT) {
            warnOfDirectories(session.realms().getRealm(edit.getRealmId()));
        }
        RealmModel realm =
                LOOKED_AT.contains(edit.getResourceType()) ? session.realms().getRealm(edit.getRealmId()) : null;
        if (realm == null) {
            return;
        }
        Optional<String> unusable = edit.getResourceType() == ResourceType.AUTHENTICATOR_CONFIG
                ? new StepValues(session, realm)
                        // Another step's settings may be as unusable: they are mended one by one.
                        .complaints(List.of(edit.getResourcePath().split("/")))
                        .findFirst()
                : Optional.empty();
        unusable.ifPresentOrElse(this::refuse, () -> name(realm, edit));
    }

    /** Of all components the event does not say what this one is. */
    private static void warnOfDirectories(RealmModel realm) {
        if (realm != null && new OurRealm(realm).isOurs()) {
            new UnlimitedDirectories(realm).warning().ifPresent(LOG::warn);
        }
    }

    private void name(RealmModel realm, AdminEvent edit) {
        List<String> complaints = FlowCheck.complaints(session, realm);
        FlowCheck.log(realm, complaints);
        complaints.forEach(complaint -> record(realm, edit, complaint));
    }

    /** The edit is part of this transaction, which then ends with 400 and these words. */
    private void refuse(String complaint) {
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                throw new BadRequestException(complaint);
            }

            @Override
            protected void rollbackImpl() {
                // nothing was done
            }
        });
    }

    private void record(RealmModel realm, AdminEvent edit, String complaint) {
        if (realm.isAdminEventsEnabled()) {
            AdminEvent finding = new AdminEvent(edit);
            finding.setId(UUID.randomUUID().toString());
            finding.setResourceTypeAsString("MAILUP_FLOW_CHECK");
            finding.setError(complaint.substring(0, Math.min(LONGEST_ERROR, complaint.length())));
            session.getProvider(EventStoreProvider.class).onEvent(finding, false);
        }
    }

    @Override
    public void onEvent(Event event) {
        // what people do changes no flow
    }

    @Override
    public void close() {
        // holds nothing
    }
}
