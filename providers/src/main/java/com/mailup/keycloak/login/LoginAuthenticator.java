package com.mailup.keycloak.login;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.AuthorizationEndpointBase;

/**
 * Keycloak's own form, which here takes user names only and greets a person who comes back after the session's end. A name
 * that nobody has, a wrong or empty password and a locked account get the same words at the same time, also while a user
 * store is silent. Only the right password of a disabled account is told that it is disabled.
 */
final class LoginAuthenticator extends UsernamePasswordForm {

    private final DelayedResponses delayed;
    // This object lives for one request.
    private LoginAttempt attempt;
    private DummyHash hash;

    LoginAuthenticator(KeycloakSession session, DelayedResponses delayed) {
        super(session);
        this.delayed = delayed;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        EndedSession.of(context).ifPresent(ended -> ended.showOn(context.form()));
        followOtherTabs(context);
        super.authenticate(context);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        long startNanos = System.nanoTime();
        followOtherTabs(context);
        super.action(context);
        // What the browser posts for a passkey, or to cancel, is no password form.
        if (attempt != null && context.getStatus() != FlowStatus.SUCCESS) {
            attempt.countFailure();
            if (attempt.isDelayed()) {
                delayed.delay(context, startNanos);
            }
        }
    }

    /**
     * Lets the page go on once somebody has signed in in another tab. Not where the application asked for a registration or a
     * recovery: Keycloak would begin that again, and end the session of the other tab.
     */
    private static void followOtherTabs(AuthenticationFlowContext context) {
        String asked = context.getAuthenticationSession().getClientNote(AuthorizationEndpointBase.APP_INITIATED_FLOW);
        // context.form() would make one more access code, for nothing.
        context.getSession().getProvider(LoginFormsProvider.class).setAttribute("followsOtherTabs", asked == null);
    }

    @Override
    protected boolean validateForm(AuthenticationFlowContext context, MultivaluedMap<String, String> posted) {
        hash = new DummyHash(context);
        attempt = new LoginAttempt(
                context, new LoginFormData(posted, !isUserAlreadySetBeforeUsernamePasswordAuth(context)));
        Optional<LoginRejection> rejection = attempt.rejection();
        if (rejection.isPresent()) {
            return refuse(context, rejection.get());
        }
        try {
            return super.validateForm(context, attempt.normalizedForm());
        } catch (RuntimeException e) {
            return refuse(context, attempt.failed(e));
        }
    }

    private boolean refuse(AuthenticationFlowContext context, LoginRejection rejection) {
        if (rejection.likeWrongPassword()) {
            hash.computeOnce();
        }
        if (attempt.typed().asksUsername()) {
            context.clearUser();
        }
        if (isConditionalPasskeysEnabled(context.getUser())) {
            webauthnAuth.fillContextForm(context);
        }
        AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(context);
        context.getEvent().error(rejection.error());
        context.forceChallenge(context.form()
                .addError(rejection.message())
                .setFormData(attempt.typed().echo())
                .createLoginUsernamePassword());
        return false;
    }

    @Override
    protected String getDefaultChallengeMessage(AuthenticationFlowContext context) {
        return attempt.message();
    }

    @Override
    protected String disabledByBruteForceError(String error) {
        return attempt.message();
    }

    @Override
    protected Response createLoginForm(LoginFormsProvider page) {
        return super.createLoginForm(
                attempt == null ? page : page.setFormData(attempt.typed().normalized()));
    }

    @Override
    public boolean validatePassword(
            AuthenticationFlowContext context,
            UserModel user,
            MultivaluedMap<String, String> posted,
            boolean clearUser) {
        boolean valid = super.validatePassword(context, user, posted, clearUser);
        if (!valid && !(attempt.typed().hasPassword() && DummyHash.isComputedFor(user))) {
            hash.computeOnce();
        }
        return valid;
    }

    /** Keycloak asks before it compares the password, so that guesses at a locked account tell nothing. */
    @Override
    protected boolean isDisabledByBruteForce(AuthenticationFlowContext context, UserModel user) {
        boolean locked = super.isDisabledByBruteForce(context, user);
        if (locked) {
            hash.computeOnce();
        }
        return locked;
    }

    /** Keycloak comes here once the password was right. */
    @Override
    public boolean enabledUser(AuthenticationFlowContext context, UserModel user) {
        attempt.passwordAccepted();
        context.form().setAttribute("accountDisabled", !user.isEnabled());
        return super.enabledUser(context, user);
    }
}
