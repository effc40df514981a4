package com.mailup.keycloak.usernamerecovery;

import com.mailup.keycloak.mailqueue.MailDelivery;
import com.mailup.keycloak.mailqueue.MailDeliveryFactory;
import org.keycloak.models.KeycloakSession;

/** Makes what writes the mail with the user names of an address. No settings. */
public final class UsernameReminderMailDeliveryFactory implements MailDeliveryFactory {

    static final String ID = "mailup-username-recovery";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public MailDelivery create(KeycloakSession session) {
        return new UsernameReminderMailDelivery(session);
    }
}
