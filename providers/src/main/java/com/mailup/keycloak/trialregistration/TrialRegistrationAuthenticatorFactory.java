package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.flow.StepAuthenticatorFactory;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Makes the step {@code mailup-trial-registration} of a registration flow, after the form that holds the part
 * {@code mailup-trial-form}. It leaves a mail job and says "look into your mailbox" to all. Settings: {@code trialDays}, {@code
 * trialsPerAddress}, and the limit of the realm, {@code trials} in {@code trialMinutes}; whole numbers from 1 to 9999. The
 * link's life is the realm's {@code actionTokenGeneratedByUserLifespan.verify-email}, in seconds. The limits of the step
 * {@code mailup-throttle} hold here too.
 */
public final class TrialRegistrationAuthenticatorFactory extends StepAuthenticatorFactory {

    static final String ID = "mailup-trial-registration";

    private static final TrialRegistrationAuthenticator STEP = new TrialRegistrationAuthenticator();

    public TrialRegistrationAuthenticatorFactory() {
        super(
                "trial-registration",
                "Trial: mail",
                "Mails a link that opens a trial, or the user names that the address has already. Put it after the "
                        + "registration form.",
                TrialSettings.DAYS,
                TrialSettings.PER_ADDRESS,
                TrialSettings.OF_REALM,
                TrialSettings.MINUTES);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return STEP;
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        TrialMailDelivery.EVENTS.register();
    }
}
