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

/**
 * Reports what an administrator's edit has broken. An edit that gives a step's setting an unusable value is refused.
 */
final class FlowCheckEventListenerProvider implements EventListenerProvider {

    private static final Logger LOG = Logger.getLogger(FlowCheckEventListenerProvider.class);

    private static final Set<ResourceType> RELEVANT_TYPES = Set.of(
            ResourceType.REALM,
            ResourceType.AUTH_FLOW,
            ResourceType.AUTH_EXECUTION_FLOW,
            ResourceType.AUTH_EXECUTION,
            ResourceType.AUTHENTICATOR_CONFIG,
            ResourceType.REQUIRED_ACTION);
    /** Width of Keycloak's column. */
    private static final int MAX_ERROR_LENGTH = 255;

    private final KeycloakSession session;

    FlowCheckEventListenerProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(AdminEvent edit, boolean includeRepresentation) {
        if (edit.getResourceType() == ResourceType.COMPONENT) {
            warnOfMissingReadTimeouts(session.realms().getRealm(edit.getRealmId()));
        }
        RealmModel realm = RELEVANT_TYPES.contains(edit.getResourceType())
                ? session.realms().getRealm(edit.getRealmId())
                : null;
        if (realm == null) {
            return;
        }
        Optional<String> unusable = edit.getResourceType() == ResourceType.AUTHENTICATOR_CONFIG
                ? new StepConfigs(session, realm)
                        // Another step's settings may be as unusable: they are mended one by one.
                        .violations(List.of(edit.getResourcePath().split("/")))
                        .findFirst()
                : Optional.empty();
        unusable.ifPresentOrElse(this::refuse, () -> report(realm, edit));
    }

    /** The event does not say whether the component is a directory. */
    private static void warnOfMissingReadTimeouts(RealmModel realm) {
        if (realm != null && new MailupRealm(realm).hasMailupStep()) {
            new DirectoriesWithoutReadTimeout(realm).warning().ifPresent(LOG::warn);
        }
    }

    private void report(RealmModel realm, AdminEvent edit) {
        List<String> violations = FlowCheck.violations(session, realm);
        FlowCheck.log(realm, violations);
        violations.forEach(violation -> recordAdminEvent(realm, edit, violation));
    }

    /** The edit is part of this transaction, which then ends with 400 and these words. */
    private void refuse(String violation) {
        session.getTransactionManager().enlistPrepare(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                throw new BadRequestException(violation);
            }

            @Override
            protected void rollbackImpl() {
                // nothing was done
            }
        });
    }

    private void recordAdminEvent(RealmModel realm, AdminEvent edit, String violation) {
        if (realm.isAdminEventsEnabled()) {
            AdminEvent finding = new AdminEvent(edit);
            finding.setId(UUID.randomUUID().toString());
            finding.setResourceTypeAsString("MAILUP_FLOW_CHECK");
            finding.setError(violation.substring(0, Math.min(MAX_ERROR_LENGTH, violation.length())));
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
