package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.application.Application;
import com.mailup.keycloak.flow.ChosenLanguage;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.Urls;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.services.util.AuthenticationFlowURLHelper;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The login page with a message, after a reset: in the browser that asked, the application's request is still open. */
record ReturnToLogin(KeycloakSession session, AuthenticationSessionModel login) {

    void redirect(RequiredActionContext context) {
        if (isWithoutApplication()) {
            new Application(session, login.getClient()).endAtHome(login);
        }
        // An application that has sent somebody here for a new password has got it.
        login.removeClientNote(Constants.KC_ACTION);
        login.removeClientNote(Constants.KC_ACTION_ENFORCED);
        ChosenLanguage.keep(login);
        AuthenticationProcessor.resetFlow(login, LoginActionsService.AUTHENTICATE_PATH);
        // Keycloak keeps the message in the login until a page has shown it.
        new AuthenticationProcessor()
                .setAuthenticationSession(login)
                .setForwardedSuccessMessage(new FormMessage("passwordResetDone"));
        URI page = new AuthenticationFlowURLHelper(
                        session, context.getRealm(), session.getContext().getUri())
                .getLastExecutionUrl(login);
        context.challenge(Response.seeOther(page).build());
    }

    /** Keycloak lets a link that is opened in another browser end in its account console. */
    private boolean isWithoutApplication() {
        URI account = Urls.accountBase(session.getContext().getUri().getBaseUri())
                .path("/")
                .build(login.getRealm().getName());
        return account.toString().equals(login.getRedirectUri());
    }
}
