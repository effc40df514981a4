package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.mailqueue.MailDelivery;
import com.mailup.keycloak.mailqueue.MailDeliveryFactory;
import org.keycloak.models.KeycloakSession;

/** Makes the delivery of the mail that answers a trial request. No settings. */
public final class TrialMailDeliveryFactory extends MailDeliveryFactory {

    static final String ID = "mailup-trial-registration";

    public TrialMailDeliveryFactory() {
        super(ID);
    }

    @Override
    public MailDelivery create(KeycloakSession session) {
        return new TrialMailDelivery(session);
    }
}
