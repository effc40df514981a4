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
 * Holds answers back until their deadline, without a thread: a request is suspended when its transaction has committed, and
 * goes on at the deadline. The only class that knows RESTEasy Reactive, on which Keycloak runs.
 */
final class HeldAnswers implements AutoCloseable {

    private static final int SENDERS = 4;
    private static final long LONGEST_STOP_SECONDS = 10;

    private final int most;
    private final Semaphore places;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemons());
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS, daemons());

    /** @param most how many answers are held at once; one more leaves at once */
    HeldAnswers(int most) {
        this.most = most;
        places = new Semaphore(most);
    }

    int count() {
        return most - places.availablePermits();
    }

    /** Holds the answer to this request, which began then, until the deadline of its step. */
    void hold(AuthenticationFlowContext context, long began) {
        // Of this session: the one that sends an event of an error has a transaction of its own, which is over by then.
        context.getSession()
                .getTransactionManager()
                .enlistAfterCompletion(until(
                        context.getRealm().getName(),
                        began,
                        LoginSettings.of(context).deadline()));
    }

    /**
     * To be enlisted after the completion of the request's own session.
     *
     * @param realm its name, for the log
     * @param began when the request began, of {@link System#nanoTime}
     * @param deadline of the answer, from then on; one that is not ready leaves at the next multiple
     */
    KeycloakTransaction until(String realm, long began, Duration deadline) {
        return new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                long elapsed = System.nanoTime() - began;
                LoginMetrics.FAILED.increment();
                if (elapsed > deadline.toNanos()) {
                    LoginMetrics.LATE.increment();
                    SlowLogins.OF_THIS_NODE.log(realm, Duration.ofNanos(elapsed), deadline);
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
        if (request == null || !places.tryAcquire()) {
            LoginMetrics.NOT_HELD.increment();
            return;
        }
        try {
            timer.schedule(() -> release(request), nanos, TimeUnit.NANOSECONDS);
            // A request that is resumed before it is suspended goes on all the same.
            request.suspend();
        } catch (RejectedExecutionException e) {
            // The server stops: nobody measures anything now.
            places.release();
        }
    }

    private void release(ResteasyReactiveRequestContext request) {
        places.release();
        request.resume(senders);
    }

    /** Those that are held still leave, at their deadlines. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        senders.shutdown();
    }

    private static ThreadFactory daemons() {
        return work -> {
            Thread thread = new Thread(work, "mailup-login");
            thread.setDaemon(true);
            return thread;
        };
    }
}
