package com.mailup.keycloak.mailsender;

import com.mailup.keycloak.mailqueue.MailDelivery;
import com.mailup.keycloak.mailqueue.MailDeliveryFactory;
import org.keycloak.models.KeycloakSession;

/** Makes the delivery of mails that Keycloak has written on a request: verification, executed actions, notices. No settings. */
public final class RenderedEmailMailDeliveryFactory extends MailDeliveryFactory {

    static final String ID = "mailup-letter";

    public RenderedEmailMailDeliveryFactory() {
        super(ID);
    }

    @Override
    public MailDelivery create(KeycloakSession session) {
        return new RenderedEmailMailDelivery(session);
    }
}
