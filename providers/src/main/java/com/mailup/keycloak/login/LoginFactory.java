package com.mailup.keycloak.login;

import com.mailup.keycloak.flow.FlowStepFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Makes the step {@code mailup-login}, which takes the place of Keycloak's "Username Password Form" in a browser flow.
 * It signs in by user name only, tells whoever types an e-mail address so, and says why a session that has ended did.
 * No settings; the idle time it speaks of is the realm's "SSO Session Idle".
 */
public final class LoginFactory extends FlowStepFactory {

    public LoginFactory() {
        super(
                "login",
                "Sign in by user name",
                "Asks for user name and password; an e-mail address is never a user name. Put it in place of "
                        + "\"Username Password Form\".");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new LoginForm(session);
    }

    @Override
    public String getReferenceCategory() {
        return PasswordCredentialModel.TYPE;
    }
}
