package com.mailup.keycloak.mailqueue;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Tells the dispatcher of rows that were just added, once they may be claimed: those of the same moment together. */
final class WakeUps implements AutoCloseable {

    private final Runnable dispatcher;
    private final AtomicInteger added = new AtomicInteger();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new DaemonThreads("mailup-mail-timer"));

    WakeUps(Runnable dispatcher) {
        this.dispatcher = dispatcher;
    }

    /** For one row. */
    void add() {
        if (added.getAndIncrement() == 0) {
            schedule();
        }
    }

    private void schedule() {
        int known = added.get();
        try {
            timer.schedule(() -> wakeFor(known), Claims.AGE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The server stops: another node, or the next start, finds the job.
        }
    }

    private void wakeFor(int known) {
        dispatcher.run();
        if (added.addAndGet(-known) > 0) {
            schedule();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
