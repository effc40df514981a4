package com.mailup.keycloak.passwordreset;

import com.mailup.keycloak.mailqueue.MailDelivery;
import com.mailup.keycloak.mailqueue.MailDeliveryFactory;
import org.keycloak.models.KeycloakSession;

/** Makes what mails Keycloak's reset link. No settings. */
public final class ResetLinkMailDeliveryFactory implements MailDeliveryFactory {

    static final String ID = "mailup-password-reset";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public MailDelivery create(KeycloakSession session) {
        return new ResetLinkMailDelivery(session);
    }
}
