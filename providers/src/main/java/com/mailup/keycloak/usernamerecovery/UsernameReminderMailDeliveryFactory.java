package com.mailup.keycloak.usernamerecovery;

import com.mailup.keycloak.mailqueue.MailDeliveryFactory;

/** Makes the delivery of the mail that lists the user names of an address. No settings. */
public final class UsernameReminderMailDeliveryFactory extends MailDeliveryFactory {

    static final String ID = "mailup-username-recovery";

    public UsernameReminderMailDeliveryFactory() {
        super(ID, UsernameReminderMailDelivery::new);
    }
}
