package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.flowcheck.MailupRealm;
import com.mailup.keycloak.userstore.StoreUnavailableException;
import com.mailup.keycloak.userstore.UserStores;
import jakarta.ws.rs.core.Response;
import java.util.stream.Stream;
import org.keycloak.TokenVerifier.Predicate;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.TokenUtils;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionTokenHandler;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPageException;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.Action;

/**
 * Opens reset links as Keycloak's own handler does, whose place it takes, but for two checks before all others.
 * Keycloak puts the link's owner into the login of the browser. If that login has passed its password already, Keycloak
 * continues with the rest of it: a person with access to the mailbox could open the link in a login of their own, and
 * be signed in without the second factor. In realms without a step of ours there is no such check. No settings.
 */
public final class ResetLinkActionTokenHandler extends ResetCredentialsActionTokenHandler {

    /** Before Keycloak's, whose order is 0. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // Keycloak's signature is an array of a generic type
    public Predicate<? super ResetCredentialsActionToken>[] getVerifiers(
            ActionTokenContext<ResetCredentialsActionToken> context) {
        Predicate<ResetCredentialsActionToken> first = TokenUtils.checkThat(
                (ResetCredentialsActionToken link) ->
                        !isMailupRealm(context.getSession()) || belongs(link, context.getAuthenticationSession()),
                Errors.INVALID_TOKEN,
                "passwordResetLinkElsewhere");
        return Stream.concat(Stream.of(first), Stream.of(super.getVerifiers(context)))
                .toArray(Predicate[]::new);
    }

    /**
     * Before Keycloak loads the link's owner: while their user store does not answer, it would take them for disabled.
     */
    @Override
    public String getAuthenticationSessionIdFromToken(
            ResetCredentialsActionToken link,
            ActionTokenContext<ResetCredentialsActionToken> context,
            AuthenticationSessionModel login) {
        if (isMailupRealm(context.getSession()) && !isStoreAvailable(link, context.getSession())) {
            throw new ErrorPageException(
                    context.getSession(), login, Response.Status.SERVICE_UNAVAILABLE, "passwordResetStoreUnavailable");
        }
        return super.getAuthenticationSessionIdFromToken(link, context, login);
    }

    /** Other realms work as without this extension. */
    private static boolean isMailupRealm(KeycloakSession session) {
        return new MailupRealm(session.getContext().getRealm()).hasMailupStep();
    }

    private static boolean isStoreAvailable(ResetCredentialsActionToken link, KeycloakSession session) {
        try {
            UserStores.of(session).byId(link.getUserId());
            return true;
        } catch (StoreUnavailableException e) {
            return false;
        }
    }

    /** At the start of a login, or in the reset that this account has begun there already. */
    private static boolean belongs(ResetCredentialsActionToken link, AuthenticationSessionModel login) {
        return Action.AUTHENTICATE.name().equals(login.getAction()) || ResetByLink.isOf(link.getUserId(), login);
    }
}
