package com.mailup.keycloak.login;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Computes one password hash where Keycloak would answer without one: on a busy server, the delay alone would not hide
 * the difference. It is computed once at most, since a second one would show as well.
 */
final class DummyHash {

    private final AuthenticationFlowContext context;
    private boolean computed;

    DummyHash(AuthenticationFlowContext context) {
        this.context = context;
    }

    void computeOnce() {
        if (!computed) {
            computed = true;
            AuthenticatorUtils.dummyHash(context);
        }
    }

    /**
     * Whether Keycloak computes a hash when it compares this account's password. Another store compares in its own way.
     */
    @SuppressWarnings("deprecation") // isConfiguredFor would say yes of people of directories too
    static boolean isComputedFor(UserModel account) {
        return account.credentialManager().isConfiguredLocally(PasswordCredentialModel.TYPE);
    }
}
