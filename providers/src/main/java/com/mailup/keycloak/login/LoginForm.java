package com.mailup.keycloak.login;

import com.mailup.keycloak.flow.Form;
import com.mailup.keycloak.flow.UserName;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;

/** Keycloak's own form, which here takes user names only and greets whoever comes back after the session's end. */
final class LoginForm extends UsernamePasswordForm {

    LoginForm(KeycloakSession session) {
        super(session);
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        EndedSession.of(context).ifPresent(ended -> ended.tellOn(context.form()));
        super.authenticate(context);
    }

    @Override
    protected boolean validateForm(AuthenticationFlowContext context, MultivaluedMap<String, String> posted) {
        Form form = new Form(posted);
        String typed = form.value(AuthenticationManager.FORM_USERNAME);
        if (isUserAlreadySetBeforeUsernamePasswordAuth(context) || typed.isEmpty()) {
            return super.validateForm(context, posted);
        } else if (UserName.looksLikeEmail(typed)) {
            return refuse(context, form, "loginUsernameNotEmail");
        } else if (UserName.parse(typed).isEmpty()) {
            // Too long, or with characters that no user name has: as unknown as a name that nobody has.
            AuthenticatorUtils.dummyHash(context);
            return refuse(context, form, Messages.INVALID_USER);
        }
        return super.validateForm(context, posted);
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
