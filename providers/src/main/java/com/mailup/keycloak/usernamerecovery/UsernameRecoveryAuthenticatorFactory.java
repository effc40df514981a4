package com.mailup.keycloak.usernamerecovery;

import com.mailup.keycloak.flow.StepAuthenticatorFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Makes the step {@code mailup-username-recovery}, the first one of a reset-credentials flow. It shows its page where
 * the flow was opened with {@code recover=username}, and lets the flow pass to the next step otherwise. It has no
 * settings, and never sets a user.
 */
public final class UsernameRecoveryAuthenticatorFactory extends StepAuthenticatorFactory {

    private static final UsernameRecoveryAuthenticator STEP = new UsernameRecoveryAuthenticator();

    public UsernameRecoveryAuthenticatorFactory() {
        super(
                "username-recovery",
                "Recover user name",
                "Sends all user names of an e-mail address to that address. Put it first in the reset-credentials flow: "
                        + "it shows its page only where the link says recover=username.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return STEP;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        UsernameReminderMailDelivery.EVENTS.register();
    }
}
