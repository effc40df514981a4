package com.mailup.keycloak.mailqueue;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The queue in Keycloak's metrics ({@code --metrics-enabled=true}); docs/operations.md says what to watch. */
final class MailMetrics {

    private static final List<String> OUTCOMES = List.of("delivered", "without_mail", "deferred", "dead");
    private static final AtomicReference<QueueStatistics> LATEST = new AtomicReference<>(QueueStatistics.EMPTY);

    private MailMetrics() {}

    /** Of the whole cluster: every node reports the same rows. */
    static void register(Stream<String> kinds) {
        // Of a count that begins at 1, Prometheus sees no increase.
        kinds.forEach(kind -> OUTCOMES.forEach(outcome -> counter(kind, outcome)));
        Metrics.gauge("mailup.mail.waiting", LATEST, latest -> latest.get().waiting());
        Metrics.gauge("mailup.mail.limited", LATEST, latest -> latest.get().limited());
        Metrics.gauge("mailup.mail.dead", LATEST, latest -> latest.get().dead());
        Metrics.gauge(
                "mailup.mail.oldest.seconds", LATEST, latest -> latest.get().oldestSeconds());
    }

    static void report(QueueStatistics statistics) {
        LATEST.set(statistics);
    }

    /** Of this node. */
    static void count(String kind, String outcome) {
        counter(kind, outcome).increment();
    }

    private static Counter counter(String kind, String outcome) {
        return Metrics.counter("mailup.mail", "kind", kind, "outcome", outcome);
    }
}
