package com.mailup.keycloak.trialreminder;

import com.mailup.keycloak.mailqueue.MailDelivery;
import com.mailup.keycloak.mailqueue.MailDeliveryFactory;
import org.keycloak.models.KeycloakSession;

/** Makes the delivery of the mails that remind of a trial's end. No settings. */
public final class TrialReminderMailDeliveryFactory extends MailDeliveryFactory {

    static final String ID = "mailup-trial-reminder";

    public TrialReminderMailDeliveryFactory() {
        super(ID);
    }

    @Override
    public MailDelivery create(KeycloakSession session) {
        return new TrialReminderMailDelivery(session);
    }
}
