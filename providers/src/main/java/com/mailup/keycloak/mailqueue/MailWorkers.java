package com.mailup.keycloak.mailqueue;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * The threads of this node that send mails. Each takes one job after the other; when there is none, it waits for a
 * second or until it is woken.
 */
final class MailWorkers {

    private static final Logger LOG = Logger.getLogger(MailWorkers.class);
    /** For jobs of other nodes, and those whose next attempt has come. */
    private static final long POLL_INTERVAL_MILLIS = 1_000;

    private static final long WAKE_DELAY_MILLIS = 50;

    private static final long MAINTENANCE_INTERVAL_SECONDS = 15;

    private final Semaphore wakeUps = new Semaphore(0);
    private final ScheduledExecutorService threads;
    private final OutboxDispatcher dispatcher;
    private volatile boolean stopped;

    MailWorkers(KeycloakSessionFactory factory, int workers) {
        dispatcher = new OutboxDispatcher(factory);
        threads = Executors.newScheduledThreadPool(workers + 1, daemonThreads());
        MailMetrics.register(
                factory.getProviderFactoriesStream(MailDelivery.class).map(kind -> kind.getId()));
        threads.scheduleWithFixedDelay(dispatcher::maintain, 1, MAINTENANCE_INTERVAL_SECONDS, TimeUnit.SECONDS);
        for (int i = 0; i < workers; i++) {
            threads.execute(this::work);
        }
    }

    QueueStatistics statistics() {
        return dispatcher.statistics();
    }

    /**
     * Wakes a worker shortly after the response was sent: its work, which differs by account, must not slow the
     * response.
     */
    void wake() {
        try {
            threads.schedule(() -> wakeUps.release(), WAKE_DELAY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The server stops: another node, or the next start, finds the job.
        }
    }

    /**
     * A job that is being sent is finished, or its row is unlocked with this node's connection and another node takes
     * it.
     */
    void stop() {
        stopped = true;
        threads.shutdownNow();
    }

    private void work() {
        while (!stopped) {
            try {
                while (!stopped && dispatcher.deliverOne()) {
                    // and the next
                }
                wakeUps.tryAcquire(POLL_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // A worker that ended over an error would be missing until the next start.
                pauseAfter(e);
            }
        }
    }

    /** The database may be down. */
    private void pauseAfter(Throwable failure) {
        LOG.warnf(
                "The mail queue cannot be read, next try in a second: %s",
                failure.getClass().getSimpleName());
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory daemonThreads() {
        return work -> {
            Thread thread = new Thread(work, "mailup-mail");
            thread.setDaemon(true);
            return thread;
        };
    }
}
