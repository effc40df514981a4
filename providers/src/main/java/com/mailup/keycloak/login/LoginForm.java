package com.mailup.keycloak.login;

import com.mailup.keycloak.flow.UserName;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
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
    protected boolean validateForm(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        if (isUserAlreadySetBeforeUsernamePasswordAuth(context)) {
            return super.validateForm(context, form);
        }
        String typed = Objects.requireNonNullElse(form.getFirst(AuthenticationManager.FORM_USERNAME), "");
        if (UserName.looksLikeEmail(typed)) {
            return refuse(context, "loginUsernameNotEmail");
        }
        Optional<UserName> name = UserName.parse(typed);
        if (name.isEmpty() && !typed.isBlank()) {
            // Too long, or with characters that no user name has: as unknown as a name that nobody has.
            AuthenticatorUtils.dummyHash(context);
            return refuse(context, Messages.INVALID_USER);
        }
        return super.validateForm(context, form);
    }

    /** Without any look-up, and without a failure counted against whoever tried before in this browser. */
    private boolean refuse(AuthenticationFlowContext context, String message) {
        context.clearUser();
        context.getEvent().error(Errors.USER_NOT_FOUND);
        context.forceChallenge(challenge(context, message, Validation.FIELD_USERNAME));
        return false;
    }
}
