package com.mailup.keycloak.mailsender;

import com.mailup.keycloak.mailqueue.MailFailure;
import com.mailup.keycloak.mailqueue.MailServerException;
import com.mailup.keycloak.mailqueue.RecipientException;
import com.mailup.keycloak.mailqueue.ServerState;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;

/** A connection to a mail server, used for one mail after the other. */
final class SmtpConnection implements AutoCloseable {

    private static final int MOST_MAILS = 100;
    private static final Duration MOST_IDLE = Duration.ofSeconds(30);
    /** What a server answers that hangs up. */
    private static final int SHUTTING_DOWN = 421;
    /** What a server answers that takes no more for now. */
    private static final Set<Integer> BUSY = Set.of(SHUTTING_DOWN, 450, 451, 452);

    private final SmtpSettings settings;
    private final TrackedSockets sockets = new TrackedSockets();
    private final Session mail;
    private final SMTPTransport transport;
    private Sender sender;
    private int mails;
    private volatile boolean broken = true;
    private Instant used = Instant.now();

    SmtpConnection(KeycloakSession session, SmtpSettings settings) throws MessagingException {
        this.settings = settings;
        mail = Session.getInstance(settings.properties(session, sockets));
        transport = (SMTPTransport) mail.getTransport("smtp");
    }

    /** @param session gives the password from the vault, or the token */
    void open(KeycloakSession session) throws MailServerException {
        DefaultEmailSenderProviderFactory keycloaks = (DefaultEmailSenderProviderFactory)
                session.getKeycloakSessionFactory().getProviderFactory(EmailSenderProvider.class, "default");
        try {
            keycloaks
                    .getEmailAuthenticators()
                    .get(settings.authentication())
                    .connect(session, settings.values(), transport);
            broken = false;
        } catch (EmailException e) {
            throw failed(BUSY.contains(transport.getLastReturnCode()) ? ServerState.BUSY : ServerState.DOWN, e);
        }
    }

    void send(RenderedEmail email) throws EmailException {
        InternetAddress recipient = recipient(email);
        try {
            MimeMessage message = email.message(mail, sender(), recipient);
            mails++;
            transport.sendMessage(message, new InternetAddress[] {recipient});
            used = Instant.now();
        } catch (AddressException | UnsupportedEncodingException e) {
            throw failed(ServerState.DOWN, e);
        } catch (MessagingException e) {
            throw refused(e);
        }
    }

    private InternetAddress recipient(RenderedEmail email) throws EmailException {
        try {
            return settings.recipient(email.to());
        } catch (AddressException e) {
            throw new RecipientException(message(e), e);
        }
    }

    /** The same for all mails of this connection: checking addresses is slow. */
    private Sender sender() throws AddressException, UnsupportedEncodingException {
        if (sender == null) {
            sender = settings.sender();
        }
        return sender;
    }

    /** Without a word to the server, which may have hung up since. */
    boolean isKeptFor(SmtpSettings wanted) {
        return settings.equals(wanted) && mails < MOST_MAILS && !isIdle();
    }

    /** Whether the server hung up, or said nothing that is understood. */
    boolean isBroken() {
        return broken;
    }

    boolean isIdle() {
        return used.plus(MOST_IDLE).isBefore(Instant.now());
    }

    /** Asks the server, which forgets what was said of a mail before. */
    boolean isConnected() {
        return transport.isConnected();
    }

    /** From any thread; a mail that is on its way may have been taken. */
    void abort() {
        broken = true;
        sockets.close();
    }

    @Override
    public void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            // gone already
        }
        sockets.close();
    }

    private EmailException refused(MessagingException e) {
        int code = transport.getLastReturnCode();
        if (!(e instanceof SendFailedException) || code <= 0) {
            broken = true;
            return failed(ServerState.DOWN, e);
        }
        broken = code == SHUTTING_DOWN;
        return failed(broken ? ServerState.BUSY : state(e, code), e);
    }

    /** A refused sender concerns all mails of the realm. */
    private static ServerState state(MessagingException e, int code) {
        if (!MailFailure.isOfSender(e)) {
            return ServerState.UP;
        }
        return BUSY.contains(code) ? ServerState.BUSY : ServerState.DOWN;
    }

    static MailServerException failed(ServerState state, Exception cause) {
        return new MailServerException(state, message(cause), cause);
    }

    private static String message(Exception cause) {
        return "The mail was not sent: " + MailFailure.of(cause).reason();
    }
}
