package com.mailup.keycloak.login;

import com.mailup.keycloak.throttle.FailedLogins;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.FlowStatus;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.services.messages.Messages;

/**
 * Keycloak's own form, which here takes user names only and greets a person who comes back after the session's end. A name
 * that nobody has, a wrong or empty password and a locked account get the same words at the same time, also while a user
 * store is silent. Only the right password of a disabled account is told that it is disabled.
 */
final class LoginForm extends UsernamePasswordForm {

    private final HeldAnswers held;
    // This object lives for one request.
    private TypedLogin typed;
    private boolean storeSilent;
    private boolean hashed;

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
        // What the browser posts for a passkey, or to cancel, is no password form.
        if (typed != null && context.getStatus() != FlowStatus.SUCCESS) {
            if (typed.isGuess()) {
                failures(context).add();
            }
            hold(context, began);
        }
    }

    private void hold(AuthenticationFlowContext context, long began) {
        // Of this session: the one that sends an event of an error has a transaction of its own, which is over by then.
        context.getSession()
                .getTransactionManager()
                .enlistAfterCompletion(held.until(
                        context.getRealm().getName(),
                        began,
                        LoginSettings.of(context).deadline()));
    }

    private static FailedLogins failures(AuthenticationFlowContext context) {
        LoginSettings settings = LoginSettings.of(context);
        return new FailedLogins(context.getSession(), settings.failures(), settings.window());
    }

    @Override
    protected boolean validateForm(AuthenticationFlowContext context, MultivaluedMap<String, String> posted) {
        TypedLogin login = new TypedLogin(posted, !isUserAlreadySetBeforeUsernamePasswordAuth(context));
        Refusal refusal = new Refusal(context, login);
        Optional<Duration> pause = failures(context).pause();
        if (pause.isPresent()) {
            refusal.untilLater(pause.get());
            return false;
        }
        typed = login;
        if (login.isEmail()) {
            refusal.noUserName("loginUsernameNotEmail");
            return false;
        }
        LoginAccount account = new LoginAccount(context, login);
        storeSilent = account.hasSilentStore();
        if (login.isNobodysName()) {
            hashOnce(context);
            refusal.noUserName(wrong());
            return false;
        } else if (storeSilent && !account.isWithinReach()) {
            hashOnce(context);
            refusal.storeSilent(wrong());
            return false;
        }
        try {
            return super.validateForm(context, login.forKeycloak());
        } catch (ModelException e) {
            if (!account.mayBeElsewhere()) {
                throw e;
            }
            // It has fallen silent since it was asked.
            storeSilent = true;
            hashOnce(context);
            refusal.storeSilent(wrong());
            return false;
        }
    }

    /** One sentence for all that may be wrong; while a store is silent, another one for all. */
    private String wrong() {
        return storeSilent ? "loginStoreSilent" : Messages.INVALID_USER;
    }

    @Override
    protected String getDefaultChallengeMessage(AuthenticationFlowContext context) {
        return wrong();
    }

    @Override
    protected String disabledByBruteForceError(String error) {
        return wrong();
    }

    @Override
    protected Response createLoginForm(LoginFormsProvider page) {
        return super.createLoginForm(typed == null ? page : page.setFormData(typed.forKeycloak()));
    }

    /** Where Keycloak would answer without a hash, one is made: on a busy server, the deadline alone would not hide it. */
    @Override
    public boolean validatePassword(
            AuthenticationFlowContext context,
            UserModel user,
            MultivaluedMap<String, String> posted,
            boolean clearUser) {
        boolean valid = super.validatePassword(context, user, posted, clearUser);
        if (!valid && !(typed.hasPassword() && hasHashHere(user))) {
            hashOnce(context);
        }
        return valid;
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

    /** Keycloak comes here once the password was right. */
    @Override
    public boolean enabledUser(AuthenticationFlowContext context, UserModel user) {
        context.form().setAttribute("accountDisabled", !user.isEnabled());
        return super.enabledUser(context, user);
    }
}
