package com.mailup.keycloak.mailqueue;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Takes the mails of the queue to this node's workers. One thread claims as many rows as workers are free, those first
 * that a person waits for. When nothing is due it waits for a second or until it is woken; when more is due than it may
 * claim, until a worker has finished.
 */
final class OutboxDispatcher {

    private static final Logger LOG = Logger.getLogger(OutboxDispatcher.class);
    /** For jobs of other nodes, and those whose next attempt has come. */
    private static final long POLL_INTERVAL_MILLIS = 1_000;

    private static final long STOP_SECONDS = 5;

    private final KeycloakSessionFactory factory;
    private final ServerCapacity capacity;
    private final Map<String, Claim> inHand = new ConcurrentHashMap<>();
    private final Semaphore signals = new Semaphore(0);
    private final WakeUps wakeUps = new WakeUps(signals::release);
    private final QueueMaintenance maintenance;
    private final Semaphore free;
    private final Semaphore freeForLow;
    private final ExecutorService workers;
    private final Thread dispatcher = new DaemonThreads("mailup-mail-queue").newThread(this::dispatch);
    private volatile boolean moreDue;
    private volatile boolean stopped;

    /** @param workers how many mails this node sends at the same time, to all mail servers together */
    OutboxDispatcher(KeycloakSessionFactory factory, int workers) {
        this.factory = factory;
        capacity = new ServerCapacity(workers, InstantSource.system());
        free = new Semaphore(workers);
        // Mails that nobody waits for leave some workers to the others.
        freeForLow = new Semaphore(Math.max(1, workers - Math.max(1, workers / 8)));
        this.workers = Executors.newFixedThreadPool(workers, new DaemonThreads("mailup-mail"));
        maintenance = new QueueMaintenance(factory);
        dispatcher.start();
    }

    QueueStatistics statistics() {
        return maintenance.statistics();
    }

    /** For a row that was just added. */
    void wake() {
        wakeUps.add();
    }

    /** Waits for the mails in hand, 5 seconds at most, and gives back what is not done by then. */
    void stop() {
        stopped = true;
        signals.release();
        wakeUps.close();
        maintenance.close();
        try {
            // Not interrupted: what it has just claimed would be nobody's until the lease has run out.
            dispatcher.join(TimeUnit.SECONDS.toMillis(1));
            workers.shutdown();
            if (!workers.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                // Breaks the conversations off; each worker says so of its claim.
                workers.shutdownNow();
                workers.awaitTermination(1, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!inHand.isEmpty()) {
            KeycloakModelUtils.runJobInTransaction(
                    factory,
                    session -> inHand.values().forEach(claim -> new Claims(session).release(claim, Outbox.now())));
        }
    }

    private void dispatch() {
        while (!stopped) {
            try {
                if (free.availablePermits() == 0 || !startDue()) {
                    signals.tryAcquire(POLL_INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
                    signals.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                // A dispatcher that ended over an error would be missing until the next start.
                pauseAfter(e);
            }
        }
    }

    /** The database may be down. */
    private static void pauseAfter(Throwable failure) {
        LOG.warnf(
                "The mail queue cannot be read, next try in a second: %s",
                failure.getClass().getSimpleName());
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether more may be due: there were as many as it asked for, or some whose mail server takes none now. */
    private boolean startDue() {
        // True until the claim has answered: a worker that finishes meanwhile has to signal.
        moreDue = true;
        int most = free.availablePermits();
        int mostLow = freeForLow.availablePermits();
        Set<String> paused = capacity.paused();
        Claims.Claimed claimed = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> new Claims(session).claim(most, mostLow, paused));
        if (claimed.isAnyTooYoung()) {
            wakeUps.add();
        }
        List<Claim> claims = claimed.claims();
        List<Claim> left = new ArrayList<>();
        for (Claim claim : claims) {
            capacity.tryAcquire(claim.realm(), claim.settings())
                    .ifPresentOrElse(permit -> start(claim, permit), () -> left.add(claim));
        }
        if (!left.isEmpty()) {
            KeycloakModelUtils.runJobInTransaction(
                    factory, session -> left.forEach(claim -> leave(new ClaimSettlement(session, claim))));
        }
        moreDue = claims.size() == most || !paused.isEmpty() || !left.isEmpty() || low(claims) == mostLow;
        return claims.size() == most || !left.isEmpty();
    }

    private static long low(List<Claim> claims) {
        return claims.stream()
                .filter(claim -> claim.priority() == MailPriority.LOW)
                .count();
    }

    private void leave(ClaimSettlement settlement) {
        Claim claim = settlement.claim();
        capacity.downUntil(claim.realm())
                .ifPresentOrElse(
                        settlement::postponed, () -> new Claims(settlement.session()).release(claim, claim.dueSince()));
    }

    /** Only the dispatcher's thread takes from what is free. */
    private void start(Claim claim, ServerCapacity.Permit permit) {
        free.acquireUninterruptibly();
        if (claim.priority() == MailPriority.LOW) {
            freeForLow.acquireUninterruptibly();
        }
        inHand.put(claim.id(), claim);
        try {
            workers.execute(() -> finish(claim, permit, deliver(claim)));
        } catch (RejectedExecutionException e) {
            // The server stops, and gives back what is in hand.
        }
    }

    private ServerState deliver(Claim claim) {
        try {
            return new DeliveryAttempt(factory, claim).run();
        } catch (RuntimeException | Error e) {
            LOG.warnf(
                    "It could not be recorded what became of a mail; it may come twice: %s",
                    e.getClass().getSimpleName());
            return ServerState.UNKNOWN;
        }
    }

    private void finish(Claim claim, ServerCapacity.Permit permit, ServerState server) {
        inHand.remove(claim.id());
        permit.release(server);
        if (claim.priority() == MailPriority.LOW) {
            freeForLow.release();
        }
        free.release();
        if (moreDue) {
            signals.release();
        }
    }
}
