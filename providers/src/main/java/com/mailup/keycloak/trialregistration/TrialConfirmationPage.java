package com.mailup.keycloak.trialregistration;

import jakarta.ws.rs.core.Response;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.Urls;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The page that asks for a click: the same link, for the login that has begun in this browser. */
record TrialConfirmationPage(ActionTokenContext<TrialActionToken> context) {

    Response show(TrialActionToken link) {
        KeycloakSession session = context.getSession();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        link.setCompoundAuthenticationSessionId(
                AuthenticationSessionCompoundId.fromAuthSession(login).getEncodedId());
        String here = Urls.actionTokenBuilder(
                        context.getUriInfo().getBaseUri(),
                        link.serialize(session, context.getRealm(), context.getUriInfo()),
                        login.getClient().getClientId(),
                        login.getTabId(),
                        AuthenticationProcessor.getClientData(session, login))
                .build(context.getRealm().getName())
                .toString();
        return session.getProvider(LoginFormsProvider.class)
                .setAuthenticationSession(login)
                .setAttribute("messageHeader", "trialRegistrationConfirmTitle")
                .setAttribute(Constants.TEMPLATE_ATTR_ACTION_URI, here)
                .setSuccess("trialRegistrationConfirm")
                .createInfoPage();
    }
}
