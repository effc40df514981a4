package com.mailup.keycloak.account;

import com.mailup.keycloak.singleuse.KeyedHash;
import com.mailup.keycloak.singleuse.SingleUseClaim;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A login that may set the first password of its account, but may not change it. Of all browsers that followed one
 * link, one succeeds.
 */
public record FirstPassword(KeycloakSession session, AuthenticationSessionModel login) {

    private static final String NAME = "mailup-first-password";
    /**
     * Longer than any request takes. After it, the account has a password, and so {@link #isSet} refuses a second one.
     */
    private static final int CLAIM_SECONDS = 60;

    public static void allow(AuthenticationSessionModel login) {
        login.setAuthNote(NAME, "true");
    }

    public static Optional<FirstPassword> of(RequiredActionContext context) {
        return Optional.of(new FirstPassword(context.getSession(), context.getAuthenticationSession()))
                .filter(it -> it.login.getAuthNote(NAME) != null);
    }

    /** Whether the account has got a password meanwhile. */
    public boolean isSet() {
        return login.getAuthenticatedUser().credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE);
    }

    /** False where another request is setting the password at this moment. */
    public boolean claim() {
        return SingleUseClaim.claim(session, key(), CLAIM_SECONDS);
    }

    /** The password was refused: the person may try another. */
    public void release() {
        session.singleUseObjects().remove(key());
    }

    private String key() {
        return NAME + "."
                + new KeyedHash(session).apply(login.getAuthenticatedUser().getId());
    }
}
