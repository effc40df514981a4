package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.mailqueue.MailDelivery;
import com.mailup.keycloak.mailqueue.MailDeliveryFactory;
import org.keycloak.models.KeycloakSession;

/** Makes the delivery of reset links. No settings. */
public final class ResetLinkMailDeliveryFactory extends MailDeliveryFactory {

    static final String ID = "mailup-password-reset";

    public ResetLinkMailDeliveryFactory() {
        super(ID);
    }

    @Override
    public MailDelivery create(KeycloakSession session) {
        return new ResetLinkMailDelivery(session);
    }
}
