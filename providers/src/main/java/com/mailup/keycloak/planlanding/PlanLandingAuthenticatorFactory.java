package com.mailup.keycloak.planlanding;

import com.mailup.keycloak.flow.StepAuthenticatorFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;

/**
 * Makes the silent step {@code mailup-plan-landing}, the last one of the forms in a browser flow. An interactive login whose
 * application asked for it ({@code landing=plan}, or the client's home URL as redirect URI) ends at the client's landing for
 * the plan of the account. No settings: landings are on the client's mapper {@code mailup-application}.
 */
public final class PlanLandingAuthenticatorFactory extends StepAuthenticatorFactory {

    private static final PlanLandingAuthenticator STEP = new PlanLandingAuthenticator();

    public PlanLandingAuthenticatorFactory() {
        super(
                "plan-landing",
                "Land by plan",
                "Ends a login at the landing of the account's plan, where the application asked for it with landing=plan. "
                        + "Shows no page; put it last among the forms of the browser flow.");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return STEP;
    }
}
