package com.mailup.keycloak.mailsender;

import com.mailup.keycloak.mailqueue.MailDelivery;
import com.mailup.keycloak.mailqueue.MailDeliveryFactory;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;

/** Sends mails that Keycloak has written on a request: verification, executed actions, notices. No settings. */
public final class RenderedEmailMailDeliveryFactory implements MailDeliveryFactory {

    static final String ID = "mailup-letter";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public MailDelivery create(KeycloakSession session) {
        return job -> {
            RenderedEmail email = RenderedEmail.of(job.details());
            session.getProvider(EmailSenderProvider.class)
                    .send(
                            session.getContext().getRealm().getSmtpConfig(),
                            email.to(),
                            email.subject(),
                            email.text(),
                            email.html());
        };
    }
}
