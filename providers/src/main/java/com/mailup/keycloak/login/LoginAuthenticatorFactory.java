package com.mailup.keycloak.login;

import com.mailup.keycloak.flow.StepAuthenticatorFactory;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.credential.PasswordCredentialModel;

/**
 * Makes the step {@code mailup-login}, which takes the place of Keycloak's "Username Password Form" in a browser flow.
 * It signs in by user name only, says so if an e-mail address is typed, and says why a session has ended.
 *
 * <p>Settings of the step: {@code failureMilliseconds}, how long the response to a failed login is delayed;
 * {@code networkFailures} in {@code networkMinutes}, after which no login from that client address is tried
 * for as long. Whole numbers from 1 to 9999; another value is refused when it is saved; if an import brings it, the
 * default holds. The idle time that the page speaks of is the realm's "SSO Session Idle".
 *
 * <p>Server option {@code --spi-authenticator--mailup-login--held-answers}: how many responses to failed logins a node
 * delays at the same time; default 1000, at least 1. A further one is sent at once.
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
