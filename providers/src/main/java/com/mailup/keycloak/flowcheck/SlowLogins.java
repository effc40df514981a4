package com.mailup.keycloak.flowcheck;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** What an administrator should know of failed logins that are not ready at their deadline; once a minute on each node. */
public final class SlowLogins {

    private static final Logger LOG = Logger.getLogger(SlowLogins.class);
    private static final SlowLogins OF_THIS_NODE = new SlowLogins(System::nanoTime);

    private final OncePerMinute pause;

    SlowLogins(LongSupplier nanoTime) {
        pause = new OncePerMinute(nanoTime);
    }

    public static void log(String realm, Duration took, Duration deadline) {
        OF_THIS_NODE.warning(realm, took, deadline).ifPresent(LOG::warn);
    }

    Optional<String> warning(String realm, Duration took, Duration deadline) {
        return pause.isTime()
                ? Optional.of(
                        "A failed login in the realm %s took %d ms, and its deadline is %d ms: the time of such answers may tell accounts apart. Raise \"Failed logins: milliseconds\" above what the user directory and the password hash take."
                                .formatted(realm, took.toMillis(), deadline.toMillis()))
                : Optional.empty();
    }
}
