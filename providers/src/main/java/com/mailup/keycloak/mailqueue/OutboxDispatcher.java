package com.mailup.keycloak.mailqueue;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * One job in one transaction: locked, delivered, marked. A crash before the mark leaves the job for another worker, so a
 * mail is repeated only where a worker dies between hand-over and mark.
 */
final class OutboxDispatcher {

    private static final Logger LOG = Logger.getLogger(OutboxDispatcher.class);

    private final KeycloakSessionFactory factory;

    OutboxDispatcher(KeycloakSessionFactory factory) {
        this.factory = factory;
    }

    /** Delivers the next job that is due; false where there is none. */
    boolean deliverOne() {
        AtomicReference<String> current = new AtomicReference<>();
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
                Outbox outbox = new Outbox(session);
                Optional<OutboxEntryEntity> row = outbox.lockNext();
                row.map(OutboxEntryEntity::getId).ifPresent(current::set);
                row.ifPresent(job -> new DeliveryAttempt(session, outbox, job).run());
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

    QueueStatistics statistics() {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> new Outbox(session).statistics());
    }

    /** Purges old rows and reports the statistics. After a failure the next run does it. */
    void maintain() {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> new Outbox(session).purge());
            MailMetrics.report(statistics());
        } catch (RuntimeException e) {
            LOG.warnf("The mail queue was not looked after: %s", e.getClass().getSimpleName());
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
