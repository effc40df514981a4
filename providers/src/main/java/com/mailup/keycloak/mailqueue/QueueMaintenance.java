package com.mailup.keycloak.mailqueue;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Purges old rows and reports the metrics, every 15 seconds. After a failure the next run does it. */
final class QueueMaintenance implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(QueueMaintenance.class);
    private static final long INTERVAL_SECONDS = 15;

    private final KeycloakSessionFactory factory;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreads("mailup-mail-maintenance"));

    QueueMaintenance(KeycloakSessionFactory factory) {
        this.factory = factory;
        MailMetrics.register(
                factory.getProviderFactoriesStream(MailDelivery.class).map(kind -> kind.getId()));
        timer.scheduleWithFixedDelay(this::maintain, 1, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    private void maintain() {
        try {
            KeycloakModelUtils.runJobInTransaction(factory, session -> new Outbox(session).purge());
            MailMetrics.report(statistics());
        } catch (RuntimeException e) {
            LOG.warnf("The mail queue was not looked after: %s", e.getClass().getSimpleName());
        }
    }

    QueueStatistics statistics() {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> new Outbox(session).statistics());
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
