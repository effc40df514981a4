package com.mailup.keycloak.mailsender;

import com.mailup.keycloak.mailqueue.MailFailure;
import com.mailup.keycloak.mailqueue.MailJob;
import com.mailup.keycloak.mailqueue.MailQueue;
import com.mailup.keycloak.mailqueue.RequestSnapshot;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.Map;
import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Takes the place of Keycloak's sender. On a worker's thread, and for the console's "test connection", it sends at once,
 * in bounded time whatever the mail server does; on every other request it leaves the mail in the queue. It never writes
 * an address into the log.
 */
final class BoundedEmailSenderProvider implements EmailSenderProvider {

    /** From the first byte to the last. */
    static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final String TEST_CONNECTION = "testSMTPConnection";

    private final KeycloakSession session;

    BoundedEmailSenderProvider(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void send(Map<String, String> config, String address, String subject, String text, String html)
            throws EmailException {
        RenderedEmail email = new RenderedEmail(address, subject, text, html);
        if (MailQueue.isWorker(session) || isConnectionTest()) {
            sendNow(new SmtpSettings(config), email);
        } else {
            validate(config);
            MailQueue.of(session)
                    .add(new MailJob(
                            RenderedEmailMailDeliveryFactory.ID,
                            RequestSnapshot.ofRenderedEmail(session),
                            email.details()));
        }
    }

    /** A scheduled task, such as a workflow's, has no request. */
    private boolean isConnectionTest() {
        try {
            return session.getContext().getUri().getPath().endsWith(TEST_CONNECTION);
        } catch (ContextNotActiveException e) {
            return false;
        }
    }

    private void sendNow(SmtpSettings settings, RenderedEmail email) throws EmailException {
        try (ConversationTimeout timeout = new ConversationTimeout(TIMEOUT)) {
            Session mail = Session.getInstance(settings.properties(session, timeout));
            Message message = email.message(mail, settings);
            Address[] recipient = {new InternetAddress(settings.recipient(email.to()))};
            transmit(settings, mail, message, recipient);
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new EmailException(
                    "The mail was not sent: " + MailFailure.of(e).reason(), e);
        }
    }

    private void transmit(SmtpSettings settings, Session mail, Message message, Address... recipient)
            throws MessagingException, EmailException {
        Transport transport = transport(mail);
        try {
            authenticators()
                    .getEmailAuthenticators()
                    .get(settings.authentication())
                    .connect(session, settings.values(), transport);
            transport.sendMessage(message, recipient);
        } finally {
            closeQuietly(transport);
        }
    }

    /** The mail was accepted or refused before: a failure to close changes nothing. */
    private static void closeQuietly(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // gone already
        }
    }

    private static Transport transport(Session mail) throws NoSuchProviderException {
        return mail.getTransport("smtp");
    }

    /** Keycloak's own: password, from the vault too, or token. */
    private DefaultEmailSenderProviderFactory authenticators() {
        return (DefaultEmailSenderProviderFactory)
                session.getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class, "default");
    }

    @Override
    public void validate(Map<String, String> config) throws EmailException {
        session.getProvider(EmailSenderProvider.class, "default").validate(config);
    }

    @Override
    public void close() {
        // holds nothing
    }
}
