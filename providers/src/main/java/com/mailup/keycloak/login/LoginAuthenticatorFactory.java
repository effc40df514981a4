package com.mailup.keycloak.login;

import com.mailup.keycloak.flow.StepAuthenticatorFactory;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Makes the step {@code mailup-login}, which takes the place of Keycloak's "Username Password Form" in a browser flow.
 * It signs in by user name only, tells who types an e-mail address so, and says why a session that has ended did.
 *
 * <p>Settings of the step: {@code failureMilliseconds} (500), after which a failed login is answered;
 * {@code networkFailures} (100) in {@code networkMinutes} (10), after which nobody at that client address can try for as
 * long. Whole numbers from 1 to 9999; another value is refused when it is saved, and counts as none where an import brings it.
 * The idle time that the page speaks of is the realm's "SSO Session Idle".
 *
 * <p>Server option {@code --spi-authenticator--mailup-login--held-answers}: how many failed logins a node holds back at
 * once; default 1000, at least 1. One more is answered at once.
 */
public final class LoginAuthenticatorFactory extends StepAuthenticatorFactory {

    private static final int DEFAULT_LIMIT = 1_000;

    private DelayedResponses delayed;

    public LoginAuthenticatorFactory() {
        super(
                "login",
                "Sign in by user name",
                "Asks for user name and password; an e-mail address is never a user name. Put it in place of "
                        + "\"Username Password Form\".",
                LoginSettings.DEADLINE,
                LoginSettings.FAILURES,
                LoginSettings.WINDOW);
    }

    @Override
    public void init(Config.Scope config) {
        delayed = new DelayedResponses(Math.max(1, config.getInt("held-answers", DEFAULT_LIMIT)));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        LoginMetrics.register(delayed);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new LoginAuthenticator(session, delayed);
    }

    @Override
    public String getReferenceCategory() {
        return PasswordCredentialModel.TYPE;
    }

    @Override
    public void close() {
        delayed.close();
    }
}
