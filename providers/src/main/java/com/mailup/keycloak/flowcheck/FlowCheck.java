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

/** Keeps recovery from running in a realm that would let somebody through without proof, or break what we promise. */
public final class FlowCheck {

    private static final Logger LOG = Logger.getLogger(FlowCheck.class);

    static final RecoveryEvents EVENTS = new RecoveryEvents("flow-check", EventType.CUSTOM_REQUIRED_ACTION);

    private FlowCheck() {}

    /** What is wrong, in sentences for an administrator; nothing where the realm has no step of ours. */
    static List<String> complaints(KeycloakSession session, RealmModel realm) {
        ResetFlow flow = new ResetFlow(session, realm);
        return flow.isOurs()
                ? Stream.concat(flow.complaints(), new RealmSettings(realm).complaints())
                        .toList()
                : List.of();
    }

    /** Whether recovery must not run here; if so, the person sees the error page, and log and event say why. */
    public static boolean stops(AuthenticationFlowContext context) {
        List<String> complaints = complaints(context.getSession(), context.getRealm());
        if (complaints.isEmpty()) {
            return false;
        }
        log(context.getRealm(), complaints);
        EVENTS.stopped(context, complaints.get(0));
        context.challenge(
                context.form().setError("flowCheckStopped").createErrorPage(Response.Status.SERVICE_UNAVAILABLE));
        return true;
    }

    static void log(RealmModel realm, List<String> complaints) {
        complaints.forEach(
                complaint -> LOG.errorf("Recovery does not run in the realm %s: %s", realm.getName(), complaint));
    }
}
