package com.mailup.keycloak.mailsender;

import com.mailup.keycloak.mailqueue.MailDelivery;
import com.mailup.keycloak.mailqueue.MailJob;
import com.mailup.keycloak.mailqueue.Receipt;
import java.time.Instant;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;

/** Sends a mail that Keycloak has written, as long as its link works. */
record RenderedEmailMailDelivery(KeycloakSession session) implements MailDelivery {

    @Override
    public Receipt deliver(MailJob job) throws EmailException {
        RenderedEmail email = RenderedEmail.of(job.details());
        session.getProvider(EmailSenderProvider.class)
                .send(
                        session.getContext().getRealm().getSmtpConfig(),
                        email.to(),
                        email.subject(),
                        email.text(),
                        email.html());
        return Receipt.NONE;
    }

    /** It is written. */
    @Override
    public boolean needsClient() {
        return false;
    }

    @Override
    public Optional<Instant> expiry(MailJob job) {
        return RenderedEmail.of(job.details()).linkExpiry();
    }

    @Override
    public boolean holdsSecret(MailJob job) {
        return RenderedEmail.of(job.details()).hasLink();
    }
}
