package com.mailup.keycloak.login;

import com.mailup.keycloak.flow.OncePerMinute;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/** Warns administrators of failed logins that are not ready at their deadline; once a minute on each node. */
final class SlowLoginWarning {

    static final SlowLoginWarning OF_THIS_NODE = new SlowLoginWarning(System::nanoTime);

    private static final Logger LOG = Logger.getLogger(SlowLoginWarning.class);

    private final OncePerMinute limiter;

    SlowLoginWarning(LongSupplier nanoTime) {
        limiter = new OncePerMinute(nanoTime);
    }

    void log(String realm, Duration took, Duration deadline) {
        warning(realm, took, deadline).ifPresent(LOG::warn);
    }

    Optional<String> warning(String realm, Duration took, Duration deadline) {
        return limiter.tryAcquire()
                ? Optional.of(
                        "A failed login in the realm %s took %d ms, and its deadline is %d ms: the time of such answers may tell accounts apart. Raise \"%s\" above what the user directory and the password hash take."
                                .formatted(realm, took.toMillis(), deadline.toMillis(), LoginSettings.DEADLINE.label()))
                : Optional.empty();
    }
}
