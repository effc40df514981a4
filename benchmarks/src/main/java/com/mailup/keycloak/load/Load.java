package com.mailup.keycloak.load;

import com.mailup.keycloak.report.Program;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many resets of a password are asked for in a second, ours beside Keycloak as it comes, with a mail server that is
 * quick, usual or slow. Started by {@code ./test load}, which writes its chapter of {@code docs/performance.md}.
 */
public final class Load {

    private static final List<Duration> MAIL_SERVERS =
            List.of(Duration.ZERO, Duration.ofMillis(50), Duration.ofMillis(800));
    private static final List<Integer> CLIENTS = List.of(1, 4, 16);
    /** So many that nobody is sent more mails than the limit of an address allows. */
    static final int PEOPLE = 2_000 * GatlingRun.SECONDS;

    private final Map<LoadProfile, Served> results = new LinkedHashMap<>();

    private Load() {}

    public static void main(String[] arguments) {
        Program.run(() -> new Load().measure());
    }

    private void measure() {
        for (Duration perMail : MAIL_SERVERS) {
            Contender.inTurn(contender -> measure(contender, perMail));
        }
        new LoadChapter(results).write();
    }

    /** One server at a time, freshly started, so that none pays for the other's mails. */
    private void measure(Contender contender, Duration perMail) {
        Population people = new Population(PEOPLE);
        try (ServerUnderTest server =
                new ServerUnderTest(contender, Store.POSTGRESQL, MailServer.plain(perMail), people)) {
            String title = contender + ", " + perMail.toMillis() + " ms for each mail";
            new GatlingRun(server, people.usernames(), 16, 0, GatlingRun.WARM_UP_SECONDS)
                    .of(ResetSimulation.class, title + ", warm-up");
            for (int clients : CLIENTS) {
                server.awaitMails();
                GatlingRun run = new GatlingRun(server, people.usernames(), clients, 0, GatlingRun.SECONDS)
                        .of(ResetSimulation.class, title);
                results.computeIfAbsent(new LoadProfile(perMail, contender, clients), any -> new Served())
                        .add(run);
            }
        }
    }
}
