package com.mailup.keycloak.login;

import com.mailup.keycloak.userstore.StoreUnavailable;
import java.time.Duration;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.validation.Validation;

/**
 * A login that Keycloak's own form never gets to see: answered without a look at any account, and without a failure counted
 * against somebody who tried before in this browser.
 */
record Refusal(AuthenticationFlowContext context, TypedLogin typed) {

    void noUserName(String message) {
        context.clearUser();
        answer(Errors.USER_NOT_FOUND, new FormMessage(Validation.FIELD_USERNAME, message));
    }

    /** Too many of this network have failed. */
    void untilLater(Duration pause) {
        LoginMetrics.BLOCKED.increment();
        answer("too_many_failures", new FormMessage(null, "loginNetworkPaused", Math.max(2, pause.toMinutes() + 1)));
    }

    /** Nobody knows whether there is such an account. */
    void storeSilent(String message) {
        answer(StoreUnavailable.REASON, new FormMessage(Validation.FIELD_USERNAME, message));
    }

    private void answer(String error, FormMessage message) {
        AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(context);
        context.getEvent().error(error);
        context.forceChallenge(
                context.form().addError(message).setFormData(typed.shown()).createLoginUsernamePassword());
    }
}
