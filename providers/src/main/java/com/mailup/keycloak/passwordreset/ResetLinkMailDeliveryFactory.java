package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.mailqueue.MailDeliveryFactory;

/** Makes the delivery of reset links. No settings. */
public final class ResetLinkMailDeliveryFactory extends MailDeliveryFactory {

    static final String ID = "mailup-password-reset";

    public ResetLinkMailDeliveryFactory() {
        super(ID, ResetLinkMailDelivery::new);
    }
}
