package com.mailup.keycloak.login;

import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * The cost of one password hash, where Keycloak would answer without one: on a busy server, the deadline alone would not hide
 * it. Twice would tell as much as not at all.
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

    /** Whether a comparison of this account's password costs one already. Another store compares in its own way. */
    @SuppressWarnings("deprecation") // isConfiguredFor would say yes of people of directories too
    static boolean isComputedFor(UserModel account) {
        return account.credentialManager().isConfiguredLocally(PasswordCredentialModel.TYPE);
    }
}
