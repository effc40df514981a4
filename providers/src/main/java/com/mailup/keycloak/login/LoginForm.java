package com.mailup.keycloak.login;

import com.mailup.keycloak.flow.Form;
import com.mailup.keycloak.flow.UserName;
import com.mailup.keycloak.throttle.FailedLogins;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;

/**
 * Keycloak's own form, which here takes user names only and greets a person who comes back after the session's end. A name that
 * nobody has, a wrong or empty password and a locked account get the same words at the same time; of a disabled account the
 * right password is told.
 */
final class LoginForm extends UsernamePasswordForm {

    private final HeldAnswers held;
    // This object lives for one request.
    private boolean hashed;
    /** What the browser posts for a passkey, or to cancel, is no password form. */
    private boolean passwordForm;

    private boolean guess;

    private MultivaluedMap<String, String> read;

    LoginForm(KeycloakSession session, HeldAnswers held) {
        super(session);
        this.held = held;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        EndedSession.of(context).ifPresent(ended -> ended.tellOn(context.form()));
        super.authenticate(context);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        long began = System.nanoTime();
        super.action(context);
        if (passwordForm && context.getStatus() != FlowStatus.SUCCESS) {
            if (guess) {
                failures(context).add();
            }
            // Of this session: the one that sends an event of an error has a transaction of its own, which is over by
            // then.
            context.getSession()
                    .getTransactionManager()
                    .enlistAfterCompletion(held.until(
                            context.getRealm().getName(),
                            began,
                            LoginSettings.of(context).deadline()));
        }
    }

    private static FailedLogins failures(AuthenticationFlowContext context) {
        LoginSettings settings = LoginSettings.of(context);
        return new FailedLogins(context.getSession(), settings.failures(), settings.window());
    }

    /** Keycloak reads what was typed with blanks of another kind around it: it gets what we have looked at. */
    @Override
    protected boolean validateForm(AuthenticationFlowContext context, MultivaluedMap<String, String> posted) {
        Form form = new Form(posted);
        Optional<Duration> pause = failures(context).pause();
        if (pause.isPresent()) {
            return turnAway(context, form, pause.get());
        }
        passwordForm = true;
        String typed = form.value(AuthenticationManager.FORM_USERNAME);
        guess = isGuess(context, typed, posted);
        if (!isUserAlreadySetBeforeUsernamePasswordAuth(context) && !typed.isEmpty()) {
            if (UserName.looksLikeEmail(typed)) {
                return refuse(context, form, "loginUsernameNotEmail");
            }
            if (UserName.parse(typed).isEmpty()) {
                // Too long, or with characters that no user name has: as unknown as a name that nobody has.
                hashOnce(context);
                return refuse(context, form, Messages.INVALID_USER);
            }
        }
        read = new MultivaluedHashMap<>(posted);
        read.putSingle(AuthenticationManager.FORM_USERNAME, typed);
        return super.validateForm(context, read);
    }

    /** A name and a password; an address is no name, and is not looked up. */
    private boolean isGuess(AuthenticationFlowContext context, String typed, MultivaluedMap<String, String> posted) {
        boolean named = !typed.isEmpty() && !UserName.looksLikeEmail(typed);
        return (named || isUserAlreadySetBeforeUsernamePasswordAuth(context))
                && !password(posted).isEmpty();
    }

    private static String password(MultivaluedMap<String, String> posted) {
        return Objects.requireNonNullElse(posted.getFirst(CredentialRepresentation.PASSWORD), "");
    }

    @Override
    protected Response createLoginForm(LoginFormsProvider page) {
        return super.createLoginForm(read == null ? page : page.setFormData(read));
    }

    /** Where Keycloak would answer without a hash, one is made: under load, even a deadline that is far away would not hide it. */
    @Override
    public boolean validatePassword(
            AuthenticationFlowContext context,
            UserModel user,
            MultivaluedMap<String, String> posted,
            boolean clearUser) {
        if (password(posted).isEmpty() || !hasHashHere(user)) {
            hashOnce(context);
        }
        return super.validatePassword(context, user, posted, clearUser);
    }

    /** Another store compares in its own way; {@code isConfiguredFor} would say yes of its people too. */
    @SuppressWarnings("deprecation") // the store says nothing else about where a password is
    private static boolean hasHashHere(UserModel user) {
        return user.credentialManager().isConfiguredLocally(PasswordCredentialModel.TYPE);
    }

    /** Twice would tell as much as not at all. */
    private void hashOnce(AuthenticationFlowContext context) {
        if (!hashed) {
            hashed = true;
            AuthenticatorUtils.dummyHash(context);
        }
    }

    /** Keycloak asks before it compares the password, so that guesses at a locked account tell nothing. */
    @Override
    protected boolean isDisabledByBruteForce(AuthenticationFlowContext context, UserModel user) {
        boolean locked = super.isDisabledByBruteForce(context, user);
        if (locked) {
            hashOnce(context);
        }
        return locked;
    }

    @Override
    protected String disabledByBruteForceError(String error) {
        return Messages.INVALID_USER;
    }

    /** Keycloak comes here once the password was right. */
    @Override
    public boolean enabledUser(AuthenticationFlowContext context, UserModel user) {
        context.form().setAttribute("accountDisabled", !user.isEnabled());
        return super.enabledUser(context, user);
    }

    /** Without any look-up, and without a failure counted against somebody who tried before in this browser. */
    private static boolean refuse(AuthenticationFlowContext context, Form form, String message) {
        context.clearUser();
        return answer(context, form, Errors.USER_NOT_FOUND, new FormMessage(Validation.FIELD_USERNAME, message));
    }

    /** A name or a password is not even looked at. */
    private static boolean turnAway(AuthenticationFlowContext context, Form form, Duration pause) {
        LoginMetrics.BLOCKED.increment();
        AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(context);
        return answer(
                context,
                form,
                "too_many_failures",
                new FormMessage(null, "loginNetworkPaused", Math.max(2, pause.toMinutes() + 1)));
    }

    private static boolean answer(AuthenticationFlowContext context, Form form, String error, FormMessage message) {
        MultivaluedMap<String, String> shown = new MultivaluedHashMap<>();
        shown.putSingle(AuthenticationManager.FORM_USERNAME, form.echo(AuthenticationManager.FORM_USERNAME));
        context.getEvent().error(error);
        context.forceChallenge(
                context.form().addError(message).setFormData(shown).createLoginUsernamePassword());
        return false;
    }
}
