package com.mailup.keycloak.usernamerecovery;

import com.mailup.keycloak.mailqueue.MailDelivery;
import com.mailup.keycloak.mailqueue.MailDeliveryFactory;
import org.keycloak.models.KeycloakSession;

/** Makes the delivery of the mail that lists the user names of an address. No settings. */
public final class UsernameReminderMailDeliveryFactory extends MailDeliveryFactory {

    static final String ID = "mailup-username-recovery";

    public UsernameReminderMailDeliveryFactory() {
        super(ID);
    }

    @Override
    public MailDelivery create(KeycloakSession session) {
        return new UsernameReminderMailDelivery(session);
    }
}
