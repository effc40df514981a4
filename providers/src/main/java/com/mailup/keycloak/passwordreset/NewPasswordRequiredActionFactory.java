package com.mailup.keycloak.passwordreset;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.KeycloakSession;

/**
 * Makes the required action {@code UPDATE_PASSWORD}, in place of Keycloak's own, which it is in all but one case: where
 * somebody came with a reset link, a new password ends all sessions of the account and all its other reset links, frees it
 * where it was locked, is told by mail, and leads to the login page. Settings are Keycloak's.
 */
public final class NewPasswordRequiredActionFactory extends UpdatePassword {

    /** Before Keycloak's, whose order is 0. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new NewPasswordRequiredActionProvider();
    }
}
