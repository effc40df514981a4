package com.mailup.keycloak.flowcheck;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Names a realm whose failed logins are not ready at their deadline, at most once a minute on each node. */
public final class SlowLogins {

    private static final Logger LOG = Logger.getLogger(SlowLogins.class);
    private static final long PAUSE = TimeUnit.MINUTES.toNanos(1);

    private static final AtomicLong LATEST = new AtomicLong(System.nanoTime() - PAUSE);

    private SlowLogins() {}

    public static void name(String realm, Duration took, Duration deadline) {
        long latest = LATEST.get();
        long now = System.nanoTime();
        if (now - latest >= PAUSE && LATEST.compareAndSet(latest, now)) {
            LOG.warnf(
                    "A failed login in the realm %s took %d ms, and its deadline is %d ms: the time of such answers may tell accounts "
                            + "apart. Raise \"Failed logins: milliseconds\" above what the user directory and the password hash take.",
                    realm, took.toMillis(), deadline.toMillis());
        }
    }
}
