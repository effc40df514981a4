package com.mailup.keycloak.load;

import com.mailup.keycloak.testbed.Percentiles;
import java.time.Duration;
import java.util.Locale;

/** What one contender served while one mail server took its mails. */
record LoadResult(Contender contender, Duration perMail, double perSecond, Percentiles millis, double mailsPerSecond) {

    static final String HEADING = """
            | mail server | Keycloak | requests/s | p50 | p95 | p99 | mails/s meanwhile |
            |--:|---|--:|--:|--:|--:|--:|
            """;

    static LoadResult of(Contender contender, Duration perMail, Rush.Served served, long mails) {
        return new LoadResult(
                contender,
                perMail,
                served.perSecond(),
                Percentiles.of(served.millis()),
                mails * 1e9 / served.time().toNanos());
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | %,.0f ms | %,.0f ms | %,.0f ms | %,.0f |%n",
                mailServer(),
                contender == Contender.OURS ? "**ours**" : "stock",
                perSecond,
                millis.p50(),
                millis.p95(),
                millis.p99(),
                mailsPerSecond);
    }

    String mailServer() {
        return perMail.toMillis() + " ms";
    }
}
