package com.mailup.keycloak.load;

import com.mailup.keycloak.report.Program;
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
    private static final List<Integer> CLIENTS = List.of(1, 4, 16);
    private static final int PEOPLE = 10_000;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(10);

    private Load() {}

    public static void main(String[] arguments) {
        Program.run(Load::measure);
    }

    private static void measure() {
        List<LoadResult> results = new ArrayList<>();
        for (Duration perMail : MAIL_SERVERS) {
            for (Contender contender : Contender.values()) {
                results.addAll(measure(contender, perMail));
            }
        }
        new LoadChapter(results).write();
    }

    /** One server at a time, freshly started, so that none pays for the other's mails. */
    private static List<LoadResult> measure(Contender contender, Duration perMail) {
        List<LoadResult> results = new ArrayList<>();
        try (FreshContender stand = new FreshContender(contender, perMail, PEOPLE)) {
            RecoveryLoadGenerator rush = stand.rush();
            rush.gather(2_000).go(16, WARM_UP);
            for (int clients : CLIENTS) {
                rush.gather(clients == 1 ? 2_000 : 5_000);
                long before = stand.mails();
                RecoveryLoadGenerator.Served served = rush.go(clients, MEASURED);
                MailServerLoad situation = new MailServerLoad(perMail, clients);
                LoadResult result = LoadResult.of(contender, situation, served, stand.mails() - before);
                System.out.print(result.row());
                results.add(result);
            }
        }
        return results;
    }
}
