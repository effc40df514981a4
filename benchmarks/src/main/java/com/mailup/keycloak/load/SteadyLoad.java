package com.mailup.keycloak.load;

import com.mailup.keycloak.report.MachineInfo;
import com.mailup.keycloak.report.PerformancePage;
import com.mailup.keycloak.report.Program;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.HdrHistogram.DoubleHistogram;

/**
 * What resets cost and how soon their mails leave when so many are asked for in each second, ours beside Keycloak as it comes.
 * Started by {@code ./test steady}, which writes its chapter of {@code docs/performance.md}.
 */
public final class SteadyLoad {

    /** Resets a second: {@code -Dload.rate}, 150 unless said otherwise. */
    private static final int RATE = Integer.getInteger("load.rate", 150);

    private static final int SECONDS = 2 * GatlingRun.SECONDS;
    /** Java compiles until then what is used most. */
    private static final int WARM_UP_SECONDS = 6 * GatlingRun.SECONDS;

    private static final Duration PER_MAIL = Duration.ofMillis(50);

    private final Map<String, Figures> results = new TreeMap<>();

    private SteadyLoad() {}

    public static void main(String[] arguments) {
        Program.run(() -> new SteadyLoad().measure());
    }

    private void measure() {
        Contender.inTurn(contender -> {
            measure(contender, Store.POSTGRESQL, "plain", MailServer::plain);
            measure(contender, Store.POSTGRESQL, "TLS", MailServer::tls);
            measure(contender, Store.H2, "plain", MailServer::plain);
        });
        String text = """
                %d resets of a password in each second, each by another person, with a mail server that takes %d ms for each mail. %d
                starts of each server in turn, each for %d s after a warm-up of %d s, with a heap of 1 GB, on the machine of the clients. "Answer" is that to the
                posted form; "mail" is the time from the posted form until the mail server has the mail, those of the mail server included.
                "Processor" is what Java used for one reset: page, form and mail, with H2 and without PostgreSQL; the median of its starts, and
                their range. Java's compiler is in it, which uses the more the fewer resets there are.

                `./test steady` on %s.

                | database | mail server | Keycloak | answer, p50 | p99 | mail, p50 | p99 | at most | processor | range |
                |---|---|---|--:|--:|--:|--:|--:|--:|--:|
                %s""".formatted(
                        RATE,
                        PER_MAIL.toMillis(),
                        Contender.STARTS,
                        SECONDS,
                        WARM_UP_SECONDS,
                        MachineInfo.inWords(),
                        results.entrySet().stream()
                                .map(result -> "| %s | %s |%n".formatted(result.getKey(), result.getValue()))
                                .collect(Collectors.joining()));
        System.out.println(text);
        new PerformancePage().chapter("Steady load", text);
    }

    private void measure(
            Contender contender, Store store, String mailServer, Function<Duration, MailServer> mailServers) {
        Population people = new Population(Load.PEOPLE);
        try (ServerUnderTest server = new ServerUnderTest(contender, store, mailServers.apply(PER_MAIL), people)) {
            run(server, people, WARM_UP_SECONDS, "warm-up");
            server.delays().millis();
            double before = server.processorMillis();
            GatlingRun run = run(server, people, SECONDS, contender + ", " + store.title() + ", " + mailServer);
            DoubleHistogram mails = server.delays().millis();
            double processor =
                    (server.processorMillis() - before) / run.millis().getTotalCount();
            Figures figures = results.computeIfAbsent(
                    "%s | %s | %s".formatted(store.title(), mailServer, contender.title()), any -> new Figures());
            figures.answers().add(run.millis());
            figures.mails().add(mails);
            figures.processor().recordValue(processor);
            System.out.println(figures);
        }
    }

    private static GatlingRun run(ServerUnderTest server, Population people, int seconds, String description) {
        return new GatlingRun(server, people.usernames(), RATE, 0, seconds)
                .of(SteadyResetSimulation.class, "steady, " + description);
    }

    /** In milliseconds, of all starts of one server. */
    private record Figures(DoubleHistogram answers, DoubleHistogram mails, DoubleHistogram processor) {

        Figures() {
            this(new DoubleHistogram(3), new DoubleHistogram(3), new DoubleHistogram(3));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f ms | %.0f ms | %.0f ms | %.0f ms | %.0f ms | %.2f ms | %.2f to %.2f",
                    answers.getValueAtPercentile(50),
                    answers.getValueAtPercentile(99),
                    mails.getValueAtPercentile(50),
                    mails.getValueAtPercentile(99),
                    mails.getMaxValue(),
                    processor.getValueAtPercentile(50),
                    processor.getMinValue(),
                    processor.getMaxValue());
        }
    }
}
