package com.mailup.keycloak.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How many resets of a password are asked for in a second, ours beside Keycloak as it comes, with a mail server that is
 * quick, usual or slow. Started by {@code ./test load}, which writes its chapter of {@code docs/performance.md}.
 */
public final class Load {

    private static final List<Duration> MAIL_SERVERS =
            List.of(Duration.ZERO, Duration.ofMillis(50), Duration.ofMillis(800));
    private static final int PEOPLE = 10_000;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private Load() {}

    public static void main(String[] arguments) {
        List<LoadResult> results = new ArrayList<>();
        for (Duration perMail : MAIL_SERVERS) {
            for (Contender contender : Contender.values()) {
                LoadResult result = measure(contender, perMail);
                System.out.print(result.row());
                results.add(result);
            }
        }
        new LoadChapter(results).write();
    }

    /** One server at a time, freshly started, so that none pays for the other's mails. */
    private static LoadResult measure(Contender contender, Duration perMail) {
        try (Stand stand = new Stand(contender, perMail, PEOPLE)) {
            Rush rush = stand.rush();
            rush.gather(2_000).go(WARM_UP);
            rush.gather(6_000);
            long before = stand.mails();
            Rush.Served served = rush.go(MEASURED);
            return LoadResult.of(contender, perMail, served, stand.mails() - before);
        }
    }
}
