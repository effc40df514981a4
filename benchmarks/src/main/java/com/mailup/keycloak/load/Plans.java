package com.mailup.keycloak.load;

import com.mailup.keycloak.report.MachineInfo;
import com.mailup.keycloak.report.PerformancePage;
import com.mailup.keycloak.report.Program;
import com.mailup.keycloak.testbed.Person;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.DoubleHistogram;

/**
 * What a landing adds to a login, and what a thousand trials cost one after the other; beside Keycloak as it comes. Started
 * by {@code ./test plans}, which writes its chapter of {@code docs/performance.md}.
 */
public final class Plans {

    private static final int WARM_UP = 100;
    private static final int LOGINS = 500;
    private static final int TRIALS = 1_000;
    private static final int STEP = 200;

    private Plans() {}

    public static void main(String[] arguments) {
        Program.run(Plans::measure);
    }

    private static void measure() {
        String text = """
                A login that ends with a code and one that ends at the landing of the plan, in turn, on one server: the posted form
                until its answer. Beside them Keycloak as it comes, on a server of its own, after the other; each has a heap of 1 GB.

                `./test plans` on %s.

                | login | p50 | p95 |
                |---|--:|--:|
                %s
                %,d registrations one after the other. Ours answers, and a worker makes the account and sends the mail; the time for all
                is until the last account is there. Keycloak makes the account while the visitor waits; its mail comes later.

                | registrations | ours: answer, p50 | ours: each, until its account is there | stock: answer, p50 |
                |--:|--:|--:|--:|
                %s""".formatted(MachineInfo.inWords(), logins(), TRIALS, registrations());
        System.out.println(text);
        new PerformancePage().chapter("Plans", text);
    }

    private static String logins() {
        DoubleHistogram code = new DoubleHistogram(3);
        DoubleHistogram landing = new DoubleHistogram(3);
        DoubleHistogram stock = new DoubleHistogram(3);
        try (ServerUnderTest ours = new ServerUnderTest(Contender.OURS)) {
            List<Person> people = ours.people(WARM_UP + LOGINS);
            for (int i = 0; i < people.size(); i++) {
                keep(i, code, ours.login(people.get(i), ""));
                keep(i, landing, ours.login(people.get(i), "?landing=plan"));
            }
        }
        try (ServerUnderTest other = new ServerUnderTest(Contender.STOCK)) {
            List<Person> people = other.people(WARM_UP + LOGINS);
            for (int i = 0; i < people.size(); i++) {
                keep(i, stock, other.login(people.get(i), ""));
            }
        }
        return row("ours, with a code", code) + row("ours, to the landing", landing) + row("stock", stock);
    }

    private static void keep(int number, DoubleHistogram times, double millis) {
        if (number >= WARM_UP) {
            times.recordValue(millis);
        }
    }

    private static String row(String name, DoubleHistogram millis) {
        return String.format(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms |%n",
                name,
                millis.getValueAtPercentile(50),
                millis.getValueAtPercentile(95));
    }

    private static String registrations() {
        StringBuilder rows = new StringBuilder();
        try (ServerUnderTest ours = new ServerUnderTest(Contender.OURS);
                ServerUnderTest other = new ServerUnderTest(Contender.STOCK)) {
            ours.raiseTrialCap();
            ours.register(WARM_UP);
            other.register(WARM_UP);
            for (int done = 0; done < TRIALS; done += STEP) {
                long begin = System.nanoTime();
                DoubleHistogram answers = ours.register(STEP);
                double each = (System.nanoTime() - begin) / 1e6 / STEP;
                rows.append(String.format(
                        Locale.ROOT,
                        "| %,d to %,d | %.1f ms | %.1f ms | %.1f ms |%n",
                        done + 1,
                        done + STEP,
                        answers.getValueAtPercentile(50),
                        each,
                        other.register(STEP).getValueAtPercentile(50)));
            }
        }
        return rows.toString();
    }
}
