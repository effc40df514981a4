package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.account.FirstPassword;
import com.mailup.keycloak.application.Application;
import com.mailup.keycloak.flowcheck.FlowCheck;
import jakarta.ws.rs.core.Response;
import org.keycloak.TokenVerifier.Predicate;
import org.keycloak.authentication.actiontoken.AbstractActionTokenHandler;
import org.keycloak.authentication.actiontoken.ActionTokenContext;
import org.keycloak.authentication.actiontoken.TokenUtils;
import org.keycloak.events.Errors;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserModel.RequiredAction;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.sessions.CommonClientSessionModel.Action;

/**
 * Opens the links of trials: the address counts as verified, the trial begins, and a password and the page with the
 * user name follow before the application. In another browser than that of the request a page asks for a click first,
 * since mail scanners open links too; the login then ends at the application's home. No settings.
 */
public final class TrialActionTokenHandler extends AbstractActionTokenHandler<TrialActionToken> {

    private static final String USED = "trialRegistrationLinkUsed";
    private static final String TOO_MANY = "trialRegistrationTooMany";
    /** Of the login that this link has been followed in. */
    private static final String CONFIRMED = "mailup-trial-registration.confirmed";

    private static final String SHOW_USERNAME = "mailup-trial-username";

    public TrialActionTokenHandler() {
        super(TrialActionToken.TYPE, TrialActionToken.class, USED, EventType.VERIFY_EMAIL, Errors.INVALID_TOKEN);
    }

    @Override
    @SuppressWarnings("unchecked") // Keycloak's signature is an array of a generic type
    public Predicate<? super TrialActionToken>[] getVerifiers(ActionTokenContext<TrialActionToken> context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return TokenUtils.predicates(
                check(link -> belongs(link, login), "trialRegistrationLinkElsewhere"),
                check(
                        link -> FlowCheck.allowsRegistration(context.getSession(), context.getRealm()),
                        "flowCheckRegistrationStopped"),
                check(link -> link.getEmail().equals(owner(login).getEmail()), USED),
                check(link -> !confirmation(context).isComplete(), USED),
                check(link -> !confirmation(context).exceedsLimit(), TOO_MANY));
    }

    private static Predicate<TrialActionToken> check(
            java.util.function.Predicate<TrialActionToken> condition, String message) {
        return TokenUtils.checkThat(condition, Errors.INVALID_TOKEN, message);
    }

    /** At the start of a login, or where this link has been followed already. */
    private static boolean belongs(TrialActionToken link, AuthenticationSessionModel login) {
        return Action.AUTHENTICATE.name().equals(login.getAction())
                || link.getUserId().equals(login.getAuthNote(CONFIRMED));
    }

    @Override
    public AuthenticationSessionModel startFreshAuthenticationSession(
            TrialActionToken link, ActionTokenContext<TrialActionToken> context) {
        boolean isGone = context.getRealm().getClientByClientId(link.getIssuedFor()) == null;
        AuthenticationSessionModel login =
                context.createAuthenticationSessionForClient(isGone ? null : link.getIssuedFor());
        new Application(context.getSession(), login.getClient()).endAtHome(login);
        return login;
    }

    @Override
    public Response handleToken(TrialActionToken link, ActionTokenContext<TrialActionToken> context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        if (context.isAuthenticationSessionFresh() || !confirmation(context).confirm()) {
            // A second click at the same moment finds out by the third what the first one has done.
            return new TrialConfirmationPage(context).show(link);
        }
        login.setAuthNote(CONFIRMED, link.getUserId());
        login.addRequiredAction(RequiredAction.UPDATE_PASSWORD);
        FirstPassword.allow(login);
        owner(login).addRequiredAction(SHOW_USERNAME);
        return showRequiredActions(context);
    }

    private static Response showRequiredActions(ActionTokenContext<TrialActionToken> context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        context.getEvent().success();
        context.setEvent(context.getEvent().clone().event(EventType.LOGIN));
        String next = AuthenticationManager.nextRequiredAction(
                context.getSession(), login, context.getRequest(), context.getEvent());
        return AuthenticationManager.redirectToRequiredActions(
                context.getSession(), context.getRealm(), login, context.getUriInfo(), next);
    }

    private static TrialConfirmation confirmation(ActionTokenContext<TrialActionToken> context) {
        return new TrialConfirmation(context.getSession(), owner(context.getAuthenticationSession()));
    }

    private static UserModel owner(AuthenticationSessionModel login) {
        return login.getAuthenticatedUser();
    }
}
