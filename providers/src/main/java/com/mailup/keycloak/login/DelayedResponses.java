package com.mailup.keycloak.login;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakTransaction;

/**
 * Delays the responses to failed logins until a deadline, without a thread for each: a request is suspended when its
 * transaction has committed, and resumed at the deadline. Only this class uses RESTEasy Reactive, on which Keycloak
 * runs.
 */
final class DelayedResponses implements AutoCloseable {

    private static final int RESUME_THREADS = 4;
    private static final long SHUTDOWN_TIMEOUT_SECONDS = 10;

    private final int limit;
    private final Semaphore permits;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemonThreads());
    private final ExecutorService resumers = Executors.newFixedThreadPool(RESUME_THREADS, daemonThreads());

    /** @param limit how many responses are delayed at the same time; a further one is sent at once */
    DelayedResponses(int limit) {
        this.limit = limit;
        permits = new Semaphore(limit);
    }

    int count() {
        return limit - permits.availablePermits();
    }

    /**
     * Delays the response to this request until the deadline that is set on its step.
     *
     * @param startNanos when the request began, of {@link System#nanoTime}
     */
    void delay(AuthenticationFlowContext context, long startNanos) {
        // Of this session: the one that sends an event of an error has a transaction of its own, which is over by then.
        context.getSession()
                .getTransactionManager()
                .enlistAfterCompletion(delayUntil(
                        context.getRealm().getName(),
                        startNanos,
                        LoginSettings.of(context).deadline()));
    }

    /**
     * To be enlisted after the completion of the request's own session.
     *
     * @param realm its name, for the log
     * @param startNanos when the request began, of {@link System#nanoTime}
     * @param deadline of the response, counted from then; one that is not ready is sent at the next multiple
     */
    KeycloakTransaction delayUntil(String realm, long startNanos, Duration deadline) {
        return new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                long elapsed = System.nanoTime() - startNanos;
                LoginMetrics.FAILED.increment();
                if (elapsed > deadline.toNanos()) {
                    LoginMetrics.LATE.increment();
                    SlowLoginWarning.OF_THIS_NODE.log(realm, Duration.ofNanos(elapsed), deadline);
                }
                suspend(remaining(elapsed, deadline.toNanos()));
            }

            @Override
            protected void rollbackImpl() {
                // an error of the server is another answer anyway
            }
        };
    }

    static long remaining(long elapsed, long deadline) {
        return deadline - elapsed % deadline;
    }

    private void suspend(long nanos) {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request == null || !permits.tryAcquire()) {
            LoginMetrics.NOT_HELD.increment();
            return;
        }
        try {
            timer.schedule(() -> resume(request), nanos, TimeUnit.NANOSECONDS);
            // A request that is resumed before it is suspended goes on all the same.
            request.suspend();
        } catch (RejectedExecutionException e) {
            // The server stops: nobody measures anything now.
            permits.release();
        }
    }

    private void resume(ResteasyReactiveRequestContext request) {
        permits.release();
        request.resume(resumers);
    }

    /** Responses that are delayed already are still sent at their deadlines. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(SHUTDOWN_TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        resumers.shutdown();
    }

    private static ThreadFactory daemonThreads() {
        return work -> {
            Thread thread = new Thread(work, "mailup-login");
            thread.setDaemon(true);
            return thread;
        };
    }
}
