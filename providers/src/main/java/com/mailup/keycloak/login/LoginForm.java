package com.mailup.keycloak.login;

import com.mailup.keycloak.flow.Form;
import com.mailup.keycloak.flow.UserName;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
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
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;

/**
 * Keycloak's own form, which here takes user names only and greets whoever comes back after the session's end. A name that
 * nobody has, a wrong or empty password, a locked and a disabled account get the same words after the same work.
 */
final class LoginForm extends UsernamePasswordForm {

    // This object lives for one request.
    private boolean hashed;
    /** What ends without a look at any account is quick for all, and teaches nothing about the others. */
    private boolean compared;

    private MultivaluedMap<String, String> read;

    LoginForm(KeycloakSession session) {
        super(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        EndedSession.of(context).ifPresent(ended -> ended.tellOn(context.form()));
        super.authenticate(context);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        long begin = System.nanoTime();
        super.action(context);
        if (compared && context.getStatus() != FlowStatus.SUCCESS) {
            context.getSession()
                    .getTransactionManager()
                    .enlistAfterCompletion(EvenPace.of(context.getRealm()).endOf(begin));
        }
    }

    /** Keycloak reads what was typed with blanks of another kind around it: it gets what we have looked at. */
    @Override
    protected boolean validateForm(AuthenticationFlowContext context, MultivaluedMap<String, String> posted) {
        Form form = new Form(posted);
        String typed = form.value(AuthenticationManager.FORM_USERNAME);
        if (!isUserAlreadySetBeforeUsernamePasswordAuth(context) && !typed.isEmpty()) {
            if (UserName.looksLikeEmail(typed)) {
                return refuse(context, form, "loginUsernameNotEmail");
            } else if (UserName.parse(typed).isEmpty()) {
                // Too long, or with characters that no user name has: as unknown as a name that nobody has.
                compared = true;
                hashOnce(context);
                return refuse(context, form, Messages.INVALID_USER);
            }
        }
        compared = !typed.isEmpty() || isUserAlreadySetBeforeUsernamePasswordAuth(context);
        read = new MultivaluedHashMap<>(posted);
        read.putSingle(AuthenticationManager.FORM_USERNAME, typed);
        return super.validateForm(context, read);
    }

    @Override
    protected Response createLoginForm(LoginFormsProvider page) {
        return super.createLoginForm(read == null ? page : page.setFormData(read));
    }

    /** Where Keycloak would answer without a hash, one is made: nothing was typed, or there is no password to compare. */
    @Override
    public boolean validatePassword(
            AuthenticationFlowContext context,
            UserModel user,
            MultivaluedMap<String, String> posted,
            boolean clearUser) {
        if (!user.isEnabled()) {
            // Keycloak would first look at why it is, which nobody else's answer takes time for.
            return enabledUser(context, user);
        }
        String typed = posted.getFirst(CredentialRepresentation.PASSWORD);
        if (typed == null || typed.isEmpty()) {
            workAsForNobody(context);
        } else if (!user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)) {
            hashOnce(context);
        }
        return super.validatePassword(context, user, posted, clearUser);
    }

    /** Twice would tell as much as not at all. */
    private void hashOnce(AuthenticationFlowContext context) {
        if (!hashed) {
            hashed = true;
            AuthenticatorUtils.dummyHash(context);
        }
    }

    /**
     * What ends without a comparison and without a failure counted makes up for both. A name that nobody has is asked for
     * twice, once more to count the failure, and never cached; that of an account comes from the cache.
     */
    private void workAsForNobody(AuthenticationFlowContext context) {
        hashOnce(context);
        for (int i = 0; i < 2; i++) {
            KeycloakModelUtils.findUserByNameOrEmail(
                    context.getSession(), context.getRealm(), UUID.randomUUID().toString());
        }
    }

    /** Keycloak asks before it compares the password, so that guesses at a locked account tell nothing. */
    @Override
    protected boolean isDisabledByBruteForce(AuthenticationFlowContext context, UserModel user) {
        boolean locked = super.isDisabledByBruteForce(context, user);
        if (locked) {
            workAsForNobody(context);
        }
        return locked;
    }

    @Override
    protected String disabledByBruteForceError(String error) {
        return Messages.INVALID_USER;
    }

    /** Keycloak asks after the password has been compared; of a disabled account, none is. */
    @Override
    public boolean enabledUser(AuthenticationFlowContext context, UserModel user) {
        if (user.isEnabled()) {
            return super.enabledUser(context, user);
        }
        workAsForNobody(context);
        context.getEvent().user(user).error(Errors.USER_DISABLED);
        context.forceChallenge(challenge(context, Messages.INVALID_USER, Validation.FIELD_USERNAME));
        return false;
    }

    /** Without any look-up, and without a failure counted against whoever tried before in this browser. */
    private static boolean refuse(AuthenticationFlowContext context, Form form, String message) {
        MultivaluedMap<String, String> shown = new MultivaluedHashMap<>();
        shown.putSingle(AuthenticationManager.FORM_USERNAME, form.echo(AuthenticationManager.FORM_USERNAME));
        context.clearUser();
        context.getEvent().error(Errors.USER_NOT_FOUND);
        context.forceChallenge(context.form()
                .addError(new FormMessage(Validation.FIELD_USERNAME, message))
                .setFormData(shown)
                .createLoginUsernamePassword());
        return false;
    }
}
