package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.mailqueue.MailDelivery;
import com.mailup.keycloak.mailqueue.MailDeliveryFactory;
import org.keycloak.models.KeycloakSession;

/** Makes what answers a request for a trial by mail. No settings. */
public final class TrialMailDeliveryFactory implements MailDeliveryFactory {

    static final String ID = "mailup-trial-registration";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public MailDelivery create(KeycloakSession session) {
        return new TrialMailDelivery(session);
    }
}
