package com.mailup.keycloak.load;

import com.mailup.keycloak.report.MachineInfo;
import com.mailup.keycloak.report.PerformancePage;
import com.mailup.keycloak.report.Program;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
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

    private final Map<String, Figures> results = new LinkedHashMap<>();

    private SteadyLoad() {}

    public static void main(String[] arguments) {
        Program.run(() -> new SteadyLoad().measure());
    }

    private void measure() {
        for (Store store : Store.values()) {
            Contender.inTurn(contender -> measure(store, contender));
        }
        String text = """
                %d resets of a password in each second, each by another person, with a mail server that takes %d ms for each mail. %d
                starts of each server in turn, each for %d s after a warm-up, on the machine of the clients. "Answer" is that to the
                posted form; "mail" is the time from the posted form until the mail server has the mail, those %2$d ms included.
                "Processor" is what the server, without its database, used for one reset: page, form and mail; the median of its
                starts, and their range.

                `./test steady` on %s.

                | database | Keycloak | answer, p50 | p99 | mail, p50 | p99 | at most | processor | range |
                |---|---|--:|--:|--:|--:|--:|--:|--:|
                %s""".formatted(
                        RATE,
                        PER_MAIL.toMillis(),
                        Contender.STARTS,
                        SECONDS,
                        MachineInfo.inWords(),
                        results.entrySet().stream()
                                .map(result -> "| %s | %s |%n".formatted(result.getKey(), result.getValue()))
                                .collect(Collectors.joining()));
        System.out.println(text);
        new PerformancePage().chapter("Steady load", text);
    }

    private void measure(Store store, Contender contender) {
        Population people = new Population(Load.PEOPLE);
        try (ServerUnderTest server = new ServerUnderTest(contender, store, PER_MAIL, people)) {
            new GatlingRun(server, people.usernames(), 16, 0, WARM_UP_SECONDS)
                    .of(ResetSimulation.class, contender + ", warm-up");
            server.awaitQuiet();
            double before = server.processorMillis();
            GatlingRun run = new GatlingRun(server, people.usernames(), RATE, 0, SECONDS)
                    .of(SteadyResetSimulation.class, contender + ", " + store.title() + ", a second");
            DoubleHistogram mails = server.delays().millis();
            double processor =
                    (server.processorMillis() - before) / run.millis().getTotalCount();
            Figures figures = results.computeIfAbsent(store.title() + " | " + contender.title(), any -> new Figures());
            figures.answers().add(run.millis());
            figures.mails().add(mails);
            figures.processor().recordValue(processor);
            System.out.println(figures);
        }
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
