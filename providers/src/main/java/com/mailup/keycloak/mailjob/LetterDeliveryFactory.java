package com.mailup.keycloak.mailjob;

import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;

/** Sends mails that Keycloak has written on a request: verification, executed actions, notices. No settings. */
public final class LetterDeliveryFactory implements MailDeliveryFactory {

    static final String ID = "mailup-letter";

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public MailDelivery create(KeycloakSession session) {
        return job -> {
            Letter letter = Letter.of(job.details());
            session.getProvider(EmailSenderProvider.class)
                    .send(
                            session.getContext().getRealm().getSmtpConfig(),
                            letter.to(),
                            letter.subject(),
                            letter.text(),
                            letter.html());
        };
    }
}
