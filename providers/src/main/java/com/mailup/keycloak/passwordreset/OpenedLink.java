package com.mailup.keycloak.passwordreset;

import java.util.Optional;
import org.keycloak.TokenVerifier;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.VerificationException;
import org.keycloak.models.Constants;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The link from a mail that this login came by. Keycloak has verified it, and that its owner exists and is enabled, and
 * leaves owner and token in notes; but it does so for links of every kind, and one that confirms an address or updates a
 * profile must not open the way to a new password.
 *
 * @param owner id of the account that the link was made for
 * @param resets whether it is a reset link, and still valid
 */
record OpenedLink(String owner, boolean resets) {

    static Optional<OpenedLink> of(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return Optional.ofNullable(login.getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID))
                .map(owner -> new OpenedLink(owner, resets(login.getAuthNote(Constants.KEY))));
    }

    private static boolean resets(String token) {
        if (token == null) {
            return false;
        }
        try {
            JsonWebToken link = TokenVerifier.create(token, JsonWebToken.class).getToken();
            return ResetCredentialsActionToken.TOKEN_TYPE.equals(link.getType()) && link.isActive();
        } catch (VerificationException e) {
            return false;
        }
    }
}
