package com.mailup.keycloak.planlanding;

import com.mailup.keycloak.singleuse.KeyedHash;
import java.time.Duration;
import java.util.Map;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Event;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Remembers that a login ended at a landing without a code, until the application has got one. A person who comes back
 * to the login before that is not sent to the landing again.
 */
record LastCodelessRedirect(KeycloakSession session, String key) {

    /** Longer than a browser takes from the landing to the login and back. */
    private static final Duration LIFESPAN = Duration.ofMinutes(5);

    private static final String NAME = "mailup-plan-landing";

    static LastCodelessRedirect of(AuthenticationFlowContext context) {
        return of(
                context.getSession(),
                context.getAuthenticationSession().getClient().getClientId(),
                context.getUser().getId());
    }

    /** The application has got a code. Only a session that began with such a redirect has a record to delete. */
    static void codeIssued(KeycloakSession session, Event event) {
        UserSessionModel began =
                session.sessions().getUserSession(session.getContext().getRealm(), event.getSessionId());
        if (began != null && began.getNote(NAME) != null) {
            of(session, event.getClientId(), event.getUserId()).delete();
        }
    }

    private static LastCodelessRedirect of(KeycloakSession session, String client, String account) {
        return new LastCodelessRedirect(session, NAME + "." + new KeyedHash(session).apply(client + "\n" + account));
    }

    boolean exists() {
        return session.singleUseObjects().contains(key);
    }

    void save(AuthenticationSessionModel login) {
        session.singleUseObjects().put(key, LIFESPAN.toSeconds(), Map.of());
        login.setUserSessionNote(NAME, "bounced");
    }

    void delete() {
        session.singleUseObjects().remove(key);
    }
}
