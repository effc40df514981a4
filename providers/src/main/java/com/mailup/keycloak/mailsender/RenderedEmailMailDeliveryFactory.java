package com.mailup.keycloak.mailsender;

import com.mailup.keycloak.mailqueue.MailDelivery;
import com.mailup.keycloak.mailqueue.MailDeliveryFactory;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;

/** Makes the delivery of mails that Keycloak has rendered on a request: verification, executed actions, notices. No settings. */
public final class RenderedEmailMailDeliveryFactory extends MailDeliveryFactory {

    static final String ID = "mailup-letter";

    public RenderedEmailMailDeliveryFactory() {
        super(ID, RenderedEmailMailDeliveryFactory::delivery);
    }

    private static MailDelivery delivery(KeycloakSession session) {
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
