package com.mailup.keycloak.passwordreset;

import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.authentication.requiredactions.UpdatePassword;
import org.keycloak.models.KeycloakSession;

/**
 * Makes the required action {@code UPDATE_PASSWORD}, in place of Keycloak's own, and works as that one does in all but
 * one case. After a reset link, a new password ends all sessions of the account, all its other reset links and its
 * lock-out; a mail notifies the owner, and the login page follows. Settings are Keycloak's.
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
