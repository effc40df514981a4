package com.mailup.keycloak.planlanding;

import com.mailup.keycloak.application.Application;
import java.util.Objects;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.Constants;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * An application's request that a login end at the landing: the parameter {@code landing=plan}, or its home as redirect
 * URI. It does not count where the person is signed in already, where the application asks for a fresh login ({@code
 * max_age}), or where it asks for an action ({@code kc_action}).
 */
record LandingRequest(AuthenticationFlowContext context) {

    // Keycloak keeps unknown parameters of an authorization request under this prefix.
    private static final String PARAMETER = "client_request_param_landing";
    private static final String BY_PLAN = "plan";

    boolean isRequested() {
        return OIDCLoginProtocol.LOGIN_PROTOCOL.equals(login().getProtocol())
                && (BY_PLAN.equals(login().getClientNote(PARAMETER)) || endsAtHome())
                && login().getClientNote(OIDCLoginProtocol.MAX_AGE_PARAM) == null
                && login().getClientNote(Constants.KC_ACTION) == null
                && !isSignedIn();
    }

    private boolean endsAtHome() {
        return new Application(context.getSession(), login().getClient())
                .home()
                .filter(home -> Objects.equals(home, login().getRedirectUri()))
                .isPresent();
    }

    private boolean isSignedIn() {
        return AuthenticationManager.authenticateIdentityCookie(context.getSession(), context.getRealm(), true) != null;
    }

    private AuthenticationSessionModel login() {
        return context.getAuthenticationSession();
    }
}
