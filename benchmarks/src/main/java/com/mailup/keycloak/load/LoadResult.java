package com.mailup.keycloak.load;

import com.mailup.keycloak.report.Percentiles;
import java.util.Locale;

/** What one contender served in one situation. */
record LoadResult(
        Contender contender, MailServerLoad situation, double perSecond, Percentiles millis, double mailsPerSecond) {

    static final String HEADING = """
            | mail server | clients | Keycloak | requests/s | p50 | p95 | p99 | mails/s meanwhile |
            |--:|--:|---|--:|--:|--:|--:|--:|
            """;

    static LoadResult of(
            Contender contender, MailServerLoad situation, RecoveryLoadGenerator.Served served, long mails) {
        return new LoadResult(
                contender,
                situation,
                served.perSecond(),
                Percentiles.of(served.millis()),
                mails * 1e9 / served.time().toNanos());
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "| %d ms | %d | %s | %,.0f | %,.0f ms | %,.0f ms | %,.0f ms | %,.0f |%n",
                situation.perMail().toMillis(),
                situation.clients(),
                contender == Contender.OURS ? "**ours**" : "stock",
                perSecond,
                millis.p50(),
                millis.p95(),
                millis.p99(),
                mailsPerSecond);
    }
}
