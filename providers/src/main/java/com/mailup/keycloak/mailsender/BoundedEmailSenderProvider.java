package com.mailup.keycloak.mailsender;

import com.mailup.keycloak.mailqueue.MailJob;
import com.mailup.keycloak.mailqueue.MailPriority;
import com.mailup.keycloak.mailqueue.MailQueue;
import com.mailup.keycloak.mailqueue.RequestSnapshot;
import com.mailup.keycloak.mailqueue.WorkerContext;
import jakarta.enterprise.context.ContextNotActiveException;
import java.util.Map;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.models.KeycloakSession;

/**
 * Takes the place of Keycloak's sender. On a request a mail goes into the queue; on a worker's thread it is handed over
 * after the commit. It goes at once, in bounded time, for the console's "test connection" and where the caller passes
 * other settings than the realm's: those may hold a password, and have no place in the queue. No address is ever logged.
 */
final class BoundedEmailSenderProvider implements EmailSenderProvider {

    private static final String TEST_CONNECTION = "testSMTPConnection";
    private static final String ADMIN_API = "/admin/";

    private final KeycloakSession session;
    private final SmtpConnections connections;

    BoundedEmailSenderProvider(KeycloakSession session, SmtpConnections connections) {
        this.session = session;
        this.connections = connections;
    }

    @Override
    public void send(Map<String, String> config, String address, String subject, String text, String html)
            throws EmailException {
        RenderedEmail email = new RenderedEmail(address, subject, text, html);
        SmtpSettings settings = new SmtpSettings(config);
        Optional<WorkerContext> worker = WorkerContext.of(session);
        if (worker.isPresent()) {
            String realm = session.getContext().getRealm().getId();
            worker.get().mails().add(() -> connections.send(session, realm, settings, email));
        } else if (isConnectionTest() || !config.equals(ofRealm())) {
            SmtpConnections.sendAlone(session, settings, email);
        } else {
            validate(config);
            settings.validateRecipient(address);
            MailJob job = new MailJob(
                    RenderedEmailMailDeliveryFactory.ID, RequestSnapshot.withoutLogin(session), email.details());
            MailQueue.of(session).add(job, isWaitedFor() ? MailPriority.HIGH : MailPriority.LOW);
        }
    }

    private boolean isConnectionTest() {
        return path().filter(path -> path.endsWith(TEST_CONNECTION)).isPresent();
    }

    /** A person sits before a page; an administrator, and a workflow, may write to thousands. */
    private boolean isWaitedFor() {
        return path().filter(path -> !path.startsWith(ADMIN_API)).isPresent();
    }

    private Map<String, String> ofRealm() {
        return session.getContext().getRealm().getSmtpConfig();
    }

    /** Of the request; a scheduled task, such as a workflow's, has none. */
    private Optional<String> path() {
        try {
            return Optional.of(session.getContext().getUri().getPath());
        } catch (ContextNotActiveException e) {
            return Optional.empty();
        }
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
