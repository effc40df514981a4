package com.mailup.keycloak.login;

import com.mailup.keycloak.userstore.StoreUnavailableException;
import java.time.Duration;
import org.keycloak.events.Errors;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.messages.Messages;
import org.keycloak.services.validation.Validation;

/**
 * Why a login is refused before Keycloak's own form sees it. No account is loaded, and no failure is counted for the
 * account that was tried before in this browser.
 *
 * @param error of the event
 * @param likeWrongPassword whether the response must not differ from that to a wrong password
 */
record LoginRejection(String error, FormMessage message, boolean likeWrongPassword) {

    /** Too many logins of this network have failed. */
    static LoginRejection tooManyFailures(Duration retryAfter) {
        return new LoginRejection(
                "too_many_failures",
                new FormMessage(null, "loginNetworkPaused", Math.max(2, retryAfter.toMinutes() + 1)),
                false);
    }

    /** Keycloak would count a failure against the name that was typed before. */
    static LoginRejection missingUsername() {
        return new LoginRejection(
                Errors.USER_NOT_FOUND, new FormMessage(Validation.FIELD_USERNAME, Messages.MISSING_USERNAME), false);
    }

    static LoginRejection emailTyped() {
        return new LoginRejection(
                Errors.USER_NOT_FOUND, new FormMessage(Validation.FIELD_USERNAME, "loginUsernameNotEmail"), false);
    }

    static LoginRejection unknownUser(String sentence) {
        return new LoginRejection(Errors.USER_NOT_FOUND, new FormMessage(Validation.FIELD_USERNAME, sentence), true);
    }

    /** It is not known whether there is such an account. */
    static LoginRejection storeUnavailable(String sentence) {
        return new LoginRejection(
                StoreUnavailableException.REASON, new FormMessage(Validation.FIELD_USERNAME, sentence), true);
    }
}
