package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.singleuse.KeyedHash;
import com.mailup.keycloak.singleuse.SingleUseClaim;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.common.util.Time;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A password reset that a link has begun. Of all links that replace the same password, in all browsers, one succeeds.
 *
 * @param replaced the state of the password that the link was made to replace
 */
record ResetByLink(KeycloakSession session, AuthenticationSessionModel login, PasswordChange replaced) {

    /** Only our step sets it: Keycloak uses the same required action for other purposes. */
    private static final String NOTE = "mailup-password-reset.replaces";
    /**
     * Longer than any request takes. After it, the password is another one, and {@link #isInvalid} refuses a second
     * reset.
     */
    private static final int CLAIM_SECONDS = 60;

    static void begin(AuthenticationSessionModel login, PasswordChange replaced) {
        login.setAuthNote(NOTE, replaced.toString());
    }

    /** Whether this login is a reset that a link of this account has begun. */
    static boolean isOf(String account, AuthenticationSessionModel login) {
        return login.getAuthNote(NOTE) != null
                && account.equals(login.getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID));
    }

    static Optional<ResetByLink> of(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return PasswordChange.parse(login.getAuthNote(NOTE))
                .map(replaced -> new ResetByLink(context.getSession(), login, replaced));
    }

    /** Whether the password has been changed since in any way, or this link has been used or has expired. */
    boolean isInvalid() {
        DefaultActionTokenKey link = DefaultActionTokenKey.from(key());
        return link == null
                || link.getExp() < Time.currentTimeSeconds()
                || session.revokedTokens().contains(key())
                || !replaced.equals(PasswordChange.of(session, login.getAuthenticatedUser()));
    }

    /** False where another request is setting the password at this moment. */
    boolean claim() {
        return SingleUseClaim.claim(session, claimKey(), CLAIM_SECONDS);
    }

    /** The password was refused: the person may try another. */
    void release() {
        session.singleUseObjects().remove(claimKey());
    }

    /** Marks the link as used. Keycloak would do so at the end of the flow, which is not reached here. */
    void use() {
        DefaultActionTokenKey link = DefaultActionTokenKey.from(key());
        session.revokedTokens().put(key(), Math.max(1, link.getExp() - Time.currentTimeSeconds() + CLAIM_SECONDS));
    }

    private String key() {
        return login.getAuthNote(AuthenticationManager.INVALIDATE_ACTION_TOKEN);
    }

    private String claimKey() {
        return "mailup-password-reset."
                + new KeyedHash(session).apply(login.getAuthenticatedUser().getId() + "\n" + replaced);
    }
}
