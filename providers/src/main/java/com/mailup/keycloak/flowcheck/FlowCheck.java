package com.mailup.keycloak.flowcheck;

import com.mailup.keycloak.flow.RecoveryEvents;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Stops recovery and registration in a realm whose flows or settings would let somebody in without proof, or break a
 * promise of this extension.
 */
public final class FlowCheck {

    private static final Logger LOG = Logger.getLogger(FlowCheck.class);

    static final RecoveryEvents EVENTS = new RecoveryEvents("flow-check", EventType.CUSTOM_REQUIRED_ACTION);

    private FlowCheck() {}

    /** What is wrong, in sentences for an administrator; nothing where the realm has no step of ours. */
    static List<String> violations(KeycloakSession session, RealmModel realm) {
        return Stream.concat(recovery(session, realm).stream(), registration(session, realm).stream())
                .distinct()
                .toList();
    }

    private static List<String> recovery(KeycloakSession session, RealmModel realm) {
        ResetFlow flow = new ResetFlow(session, realm);
        return flow.hasMailupStep() ? withRealmSettings(flow.violations(), realm) : List.of();
    }

    private static List<String> registration(KeycloakSession session, RealmModel realm) {
        RegistrationFlow flow = new RegistrationFlow(session, realm);
        return flow.hasMailupStep() ? withRealmSettings(flow.violations(), realm) : List.of();
    }

    private static List<String> withRealmSettings(Stream<String> violations, RealmModel realm) {
        return Stream.concat(violations, new RealmSettings(realm).violations()).toList();
    }

    /** Whether recovery must not run here; if so, the person sees the error page, and log and event say why. */
    public static boolean stops(AuthenticationFlowContext context) {
        return stops(context, recovery(context.getSession(), context.getRealm()), "flowCheckStopped");
    }

    /** Whether registration may run here; for what has no page of its own to stop on. */
    public static boolean allowsRegistration(KeycloakSession session, RealmModel realm) {
        return registration(session, realm).isEmpty();
    }

    /** The same of registration. */
    public static boolean stopsRegistration(AuthenticationFlowContext context) {
        return stops(context, registration(context.getSession(), context.getRealm()), "flowCheckRegistrationStopped");
    }

    /** Whether a posted form must not be taken; if so, log and counter say why. */
    public static boolean refusesRegistration(KeycloakSession session, RealmModel realm) {
        List<String> violations = registration(session, realm);
        boolean refused = !violations.isEmpty();
        if (refused) {
            log(realm, violations);
            EVENTS.countStopped();
        }
        return refused;
    }

    private static boolean stops(AuthenticationFlowContext context, List<String> violations, String message) {
        if (violations.isEmpty()) {
            return false;
        }
        log(context.getRealm(), violations);
        EVENTS.stopped(context, violations.get(0));
        context.challenge(context.form().setError(message).createErrorPage(Response.Status.SERVICE_UNAVAILABLE));
        return true;
    }

    static void log(RealmModel realm, List<String> violations) {
        violations.forEach(violation ->
                LOG.errorf("Recovery or registration does not run in the realm %s: %s", realm.getName(), violation));
    }
}
