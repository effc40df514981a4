package com.mailup.keycloak.mailsender;

import com.mailup.keycloak.mailqueue.DaemonThreads;
import com.mailup.keycloak.mailqueue.ServerState;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;

/**
 * This node's connections to mail servers, those of each realm by themselves. One is kept for 100 mails or until it was
 * idle for 30 seconds, as long as the realm's settings stay as they were.
 */
final class SmtpConnections implements AutoCloseable {

    /** For a mail, from the look-up of the server's name to its last word. */
    static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final long CHECK_SECONDS = 10;

    /** By id of the realm; the one used last comes first. */
    private final Map<String, Deque<SmtpConnection>> idle = new ConcurrentHashMap<>();

    private final ScheduledExecutorService cleaner =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreads("mailup-smtp-cleaner"));

    SmtpConnections() {
        cleaner.scheduleWithFixedDelay(this::closeIdle, CHECK_SECONDS, CHECK_SECONDS, TimeUnit.SECONDS);
    }

    /** Over a kept connection, or over a new one that is then kept. */
    void send(KeycloakSession session, String realm, SmtpSettings settings, RenderedEmail email) throws EmailException {
        Deque<SmtpConnection> kept = idle.computeIfAbsent(realm, id -> new ConcurrentLinkedDeque<>());
        Conversation conversation = new Conversation(session, settings, email, kept);
        try {
            run(conversation);
        } finally {
            conversation.connection().ifPresent(used -> keep(used, kept));
        }
    }

    private static void keep(SmtpConnection used, Deque<SmtpConnection> kept) {
        if (used.isBroken()) {
            used.abort();
        } else {
            kept.push(used);
        }
    }

    /** Over a connection of its own. */
    static void sendAlone(KeycloakSession session, SmtpSettings settings, RenderedEmail email) throws EmailException {
        Conversation conversation = new Conversation(session, settings, email, new ConcurrentLinkedDeque<>());
        try {
            run(conversation);
        } finally {
            conversation.connection().ifPresent(SmtpConnection::close);
        }
    }

    @Override
    public void close() {
        cleaner.shutdownNow();
        idle.values().forEach(kept -> kept.forEach(SmtpConnection::close));
    }

    private void closeIdle() {
        // One that a worker has just taken is not there to be removed.
        idle.values()
                .forEach(kept -> kept.stream()
                        .filter(SmtpConnection::isIdle)
                        .filter(kept::remove)
                        .forEach(SmtpConnection::close));
    }

    private static void run(Conversation conversation) throws EmailException {
        try {
            TimeLimit.run(TIMEOUT, conversation::hold, conversation::abort);
        } catch (TimeoutException e) {
            throw SmtpConnection.failed(ServerState.DOWN, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EmailException failure) {
                throw failure;
            }
            throw new EmailException("The mail was not sent", e.getCause());
        }
    }

    /** One mail, and the connection that is found for it. */
    private static final class Conversation {

        private final KeycloakSession session;
        private final SmtpSettings settings;
        private final RenderedEmail email;
        private final Deque<SmtpConnection> kept;
        private SmtpConnection connection;
        private boolean aborted;

        Conversation(KeycloakSession session, SmtpSettings settings, RenderedEmail email, Deque<SmtpConnection> kept) {
            this.session = session;
            this.settings = settings;
            this.email = email;
            this.kept = kept;
        }

        Void hold() throws EmailException, MessagingException {
            if (!findsKept()) {
                take(new SmtpConnection(session, settings)).open(session);
            }
            connection.send(email);
            return null;
        }

        /** Where one has died, the others have too: to ask each of them would take longer than a mail may. */
        private boolean findsKept() {
            for (SmtpConnection next = kept.poll(); next != null; next = kept.poll()) {
                take(next);
                if (!next.isKeptFor(settings)) {
                    next.close();
                } else if (next.isConnected()) {
                    return true;
                } else {
                    next.abort();
                    dropAll();
                }
            }
            return false;
        }

        private void dropAll() {
            for (SmtpConnection next = kept.poll(); next != null; next = kept.poll()) {
                next.abort();
            }
        }

        private synchronized SmtpConnection take(SmtpConnection found) {
            connection = found;
            if (aborted) {
                found.abort();
            }
            return found;
        }

        synchronized Optional<SmtpConnection> connection() {
            return Optional.ofNullable(connection);
        }

        synchronized void abort() {
            aborted = true;
            if (connection != null) {
                connection.abort();
            }
        }
    }
}
