package com.mailup.keycloak.mailjob;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * One job in one transaction: locked, delivered, marked. A crash before the mark leaves the job for another worker, so a
 * mail is repeated only where a worker dies between hand-over and mark.
 */
final class MailRound {

    /** A late reset mail is worse than none. */
    static final Duration OLDEST = Duration.ofMinutes(30);

    private static final Logger LOG = Logger.getLogger(MailRound.class);

    private final KeycloakSessionFactory factory;

    MailRound(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Whether there was one. */
    boolean deliverOne() {
        AtomicReference<String> current = new AtomicReference<>();
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
                Outbox outbox = new Outbox(session);
                Optional<OutboxEntryEntity> row = outbox.next();
                row.map(OutboxEntryEntity::getId).ifPresent(current::set);
                row.ifPresent(job -> deliver(session, outbox, job));
                return row.isPresent();
            });
        } catch (RuntimeException e) {
            if (current.get() == null) {
                throw e;
            }
            // The transaction is lost, and with it the count of attempts: without it the job would be taken up at once.
            retryLater(current.get(), e);
            return true;
        }
    }

    /** Housekeeping; when it fails, the next one does its work. */
    void purge() {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> new Outbox(session).purge());
        } catch (RuntimeException e) {
            LOG.warnf("Old mail jobs were not purged: %s", e.getClass().getSimpleName());
        }
    }

    private void deliver(KeycloakSession session, Outbox outbox, OutboxEntryEntity row) {
        RealmModel realm = session.realms().getRealm(row.getRealmId());
        if (realm == null) {
            outbox.dead(row, "the realm is gone");
        } else if (row.getCreatedAt().isBefore(Instant.now().minus(OLDEST))) {
            outbox.dead(row, "too old");
            LOG.warnf("A mail of kind %s could not be sent within %s minutes", row.getEntryType(), OLDEST.toMinutes());
        } else {
            send(session, realm, outbox, row);
        }
    }

    private void send(KeycloakSession session, RealmModel realm, Outbox outbox, OutboxEntryEntity row) {
        try {
            MailJob job = MailJob.read(row.getPayload());
            session.getContext().setRealm(realm);
            job.occasion().enter(session);
            BoundedSender.allowIn(session);
            session.getProvider(MailDelivery.class, job.kind()).deliver(job);
            outbox.delivered(row);
        } catch (EmailException e) {
            MailFailure failure = MailFailure.of(e);
            if (failure.isFinal()) {
                outbox.dead(row, failure.reason());
            } else {
                outbox.retry(row, failure.reason());
            }
            LOG.warnf("A mail of kind %s was not sent: %s", row.getEntryType(), failure.reason());
        }
    }

    private void retryLater(String id, RuntimeException failure) {
        LOG.warnf(
                "A mail job broke off and is tried again: %s",
                failure.getClass().getSimpleName());
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> new Outbox(session).retry(id, failure.getClass().getSimpleName()));
    }
}
