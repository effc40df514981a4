package com.mailup.keycloak.passwordreset;

import java.util.Optional;
import org.keycloak.TokenVerifier;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.VerificationException;
import org.keycloak.models.Constants;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.storage.ReadOnlyException;

/**
 * The link from a mail that this login came by. Keycloak has verified it, and that its owner exists and is enabled, and
 * leaves owner and token in notes; but it does so for links of every kind, and one that confirms an address or updates a
 * profile must not open the way to a new password.
 *
 * @param owner id of the account that the link was made for
 * @param replaces the state of the password that the link may change; nothing where it is no reset link, or has expired
 */
record OpenedLink(String owner, Optional<PasswordChange> replaces) {

    /** Claim of the token: when the account had got its password, the moment the link was made. */
    static final String PASSWORD_CHANGE = "mailup_password_change";

    static Optional<OpenedLink> of(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return Optional.ofNullable(login.getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID))
                .map(owner -> new OpenedLink(owner, replaces(login.getAuthNote(Constants.KEY))));
    }

    /** Whether the password is still the one that the link was made to replace. */
    boolean isCurrentFor(KeycloakSession session, UserModel account) {
        return replaces.filter(PasswordChange.of(session, account)::equals).isPresent();
    }

    /**
     * The link came to the address of the account, so that this counts as verified from now on. Keycloak has made sure
     * before that it is the same address still.
     */
    void verifyEmail(UserModel account) {
        try {
            if (!account.isEmailVerified()) {
                account.setEmailVerified(true);
            }
        } catch (ReadOnlyException e) {
            // Somebody of a directory without import: there is nowhere to write it.
        }
    }

    private static Optional<PasswordChange> replaces(String token) {
        if (token == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(TokenVerifier.create(token, ResetCredentialsActionToken.class)
                            .getToken())
                    .filter(link -> ResetCredentialsActionToken.TOKEN_TYPE.equals(link.getType()) && link.isActive())
                    .flatMap(link -> PasswordChange.parse(link.getNote(PASSWORD_CHANGE)));
        } catch (VerificationException e) {
            return Optional.empty();
        }
    }
}
