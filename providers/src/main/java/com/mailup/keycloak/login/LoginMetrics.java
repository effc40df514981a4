package com.mailup.keycloak.login;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;

/** Failed logins in Keycloak's metrics ({@code --metrics-enabled=true}), each node's own; docs/operations.md says what to watch. */
final class LoginMetrics {

    /** All that had a user name, and were not blocked. */
    static final Counter FAILED = counter("failed");
    /** Were not ready at the first deadline. */
    static final Counter LATE = counter("late");
    /** Were answered at once, since too many were delayed already. */
    static final Counter NOT_HELD = counter("not_held");
    /** Were not tried, since their network is blocked. */
    static final Counter BLOCKED = counter("blocked");

    /** Could not be counted for their network. */
    static final Counter UNCOUNTED = counter("uncounted");

    private LoginMetrics() {}

    static void register(DelayedResponses delayed) {
        Metrics.gauge("mailup.login.held", delayed, DelayedResponses::count);
    }

    private static Counter counter(String outcome) {
        return Metrics.counter("mailup.login", "outcome", outcome);
    }
}
