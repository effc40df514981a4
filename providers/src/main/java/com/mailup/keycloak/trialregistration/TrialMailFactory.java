package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.mailjob.MailDelivery;
import com.mailup.keycloak.mailjob.MailDeliveryFactory;
import org.keycloak.models.KeycloakSession;

/** Makes what answers a request for a trial by mail. No settings. */
public final class TrialMailFactory implements MailDeliveryFactory {

    static final String ID = "mailup-trial-registration";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public MailDelivery create(KeycloakSession session) {
        return new TrialMail(session);
    }
}
