package com.mailup.keycloak.mailsender;

import com.mailup.keycloak.mailqueue.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs something for a limited time on a thread of its own. A read time-out is not enough: a server that sends one byte
 * every few seconds never exceeds it, and neither the look-up of a name nor the request for a token has one of ours.
 */
final class TimeLimit {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(new DaemonThreads("mailup-smtp"));

    private TimeLimit() {}

    /**
     * @param atEnd ends what still runs when the time is up, or when the caller is interrupted
     * @throws TimeoutException when the time is up; what hangs in the system ends by itself
     * @throws ExecutionException with what the work threw
     */
    static void run(Duration limit, Callable<Void> work, Runnable atEnd) throws TimeoutException, ExecutionException {
        Future<Void> running = THREADS.submit(work);
        try {
            running.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            stop(running, atEnd);
            throw e;
        } catch (InterruptedException e) {
            stop(running, atEnd);
            Thread.currentThread().interrupt();
            throw new ExecutionException(e);
        }
    }

    private static void stop(Future<Void> running, Runnable atEnd) {
        running.cancel(true);
        atEnd.run();
    }
}
