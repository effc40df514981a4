package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.flow.StepAuthenticatorFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Makes the step {@code mailup-password-reset}, which takes the place of Keycloak's "Choose User" in a
 * reset-credentials flow. It asks for user name and e-mail address and mails Keycloak's own reset link where both
 * belong to one account. Keycloak's "Send Reset Email" and "Reset Password" have to follow it: they lead from the link
 * to a new password. No settings; the link's life is the realm's {@code
 * actionTokenGeneratedByUserLifespan.reset-credentials}, in seconds.
 */
public final class PasswordResetAuthenticatorFactory extends StepAuthenticatorFactory {

    private static final PasswordResetAuthenticator STEP = new PasswordResetAuthenticator();

    public PasswordResetAuthenticatorFactory() {
        super(
                "password-reset",
                "Reset password: user name and e-mail",
                "Mails a reset link where user name and e-mail address belong to one account. Put it in place of "
                        + "\"Choose User\", before \"Send Reset Email\" and \"Reset Password\".");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return STEP;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        ResetLinkMailDelivery.EVENTS.register();
    }
}
