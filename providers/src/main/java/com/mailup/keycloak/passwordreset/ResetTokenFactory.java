package com.mailup.keycloak.passwordreset;

import org.keycloak.Config;
import org.keycloak.authentication.actiontoken.ActionTokenHandler;
import org.keycloak.authentication.actiontoken.ActionTokenHandlerFactory;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Makes what opens reset links, in place of Keycloak's own: a link that meets somebody else's login half-way ends that
 * login, and signs nobody in. No settings.
 */
public final class ResetTokenFactory implements ActionTokenHandlerFactory<ResetCredentialsActionToken> {

    private static final ResetTokenHandler HANDLER = new ResetTokenHandler();

    @Override
    public String getId() {
        return ResetCredentialsActionToken.TOKEN_TYPE;
    }

    /** Before Keycloak's, whose order is 0. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public ActionTokenHandler<ResetCredentialsActionToken> create(KeycloakSession session) {
        return HANDLER;
    }

    @Override
    public void init(Config.Scope config) {
        // no server-wide settings
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // holds nothing
    }
}
