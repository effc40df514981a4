package com.mailup.keycloak.throttle;

import com.mailup.keycloak.flow.StepAuthenticatorFactory;
import com.mailup.keycloak.flow.UserlessAuthenticator;
import com.mailup.keycloak.flowcheck.FlowCheck;
import com.mailup.keycloak.userstore.PasswordStore;
import com.mailup.keycloak.userstore.VerifiedAddresses;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/**
 * Makes the silent step {@code mailup-throttle} of a reset-credentials flow, which holds the settings of recoveries and
 * registrations. Limits: {@code mails} in {@code mailMinutes} and {@code manyMails} in {@code manyMailHours} for an
 * e-mail address, {@code requests} in {@code requestMinutes} for a client address; whole numbers from 1 to 9999. Which
 * addresses count as verified: {@code unverifiedAddresses}, {@code directoryAddressesVerified}. Where people of a
 * directory change their password: {@code directoryPasswordPage}. A flow without this step has the defaults. Over a limit the page is the same, no mail is sent, and a user
 * event with the error {@code throttled} names the limit.
 */
public final class ThrottleAuthenticatorFactory extends StepAuthenticatorFactory {

    private static final UserlessAuthenticator STEP = new UserlessAuthenticator() {

        @Override
        public void authenticate(AuthenticationFlowContext context) {
            if (!FlowCheck.stops(context)) {
                context.success();
            }
        }

        /** No page posts to this step. */
        @Override
        public void action(AuthenticationFlowContext context) {
            context.resetFlow();
        }
    };

    public ThrottleAuthenticatorFactory() {
        super(
                "throttle",
                "Limit recovery mails",
                "How often a recovery may be asked for, and whose address counts as verified. Shows no page; put it first in "
                        + "the reset-credentials flow. All of it is on its settings; without it the defaults hold.",
                Limits.MAILS,
                Limits.MAIL_MINUTES,
                Limits.MANY_MAILS,
                Limits.MANY_MAIL_HOURS,
                Limits.REQUESTS,
                Limits.REQUEST_MINUTES,
                Limits.PRIVATE_DOMAINS,
                VerifiedAddresses.UNVERIFIED,
                VerifiedAddresses.DIRECTORIES,
                PasswordStore.PAGE);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return STEP;
    }
}
