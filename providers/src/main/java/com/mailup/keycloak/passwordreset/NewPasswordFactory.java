package com.mailup.keycloak.passwordreset;

import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel.RequiredAction;

/**
 * Makes the required action {@code UPDATE_PASSWORD}, in place of Keycloak's own, which it is in all but one case: where
 * somebody came with a reset link, a new password ends all sessions of the account and all its other reset links, frees it where
 * it was locked, is told by mail, and leads to the login page. Settings are Keycloak's.
 */
public final class NewPasswordFactory implements RequiredActionFactory {

    @Override
    public String getId() {
        return RequiredAction.UPDATE_PASSWORD.name();
    }

    /** Before Keycloak's, whose order is 0. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public String getDisplayText() {
        return "Update Password";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new NewPassword();
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
