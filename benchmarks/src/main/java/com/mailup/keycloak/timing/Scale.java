package com.mailup.keycloak.timing;

import com.mailup.keycloak.report.MachineInfo;
import com.mailup.keycloak.report.Percentiles;
import com.mailup.keycloak.report.PerformancePage;
import com.mailup.keycloak.report.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What a thousand and a million accounts make of an answer's time, and 10,000 accounts of one address. Started by
 * {@code ./test scale}, which writes its chapter of {@code docs/performance.md}.
 */
public final class Scale {

    private static final int SMALL = 1_000;
    private static final int LARGE = 1_000_000;
    private static final int CROWD = 10_000;
    private static final int WARM_UP = 100;
    private static final int SAMPLES = 900;
    private static final int CROWDS = 5;
    /** As many as anybody gets in a quarter of an hour. */
    private static final int MAILS = 3;

    private Scale() {}

    public static void main(String[] arguments) {
        Program.run(Scale::measure);
    }

    private static void measure() {
        try (PopulatedServer small = new PopulatedServer("scale-small", SMALL);
                PopulatedServer large = new PopulatedServer("scale-large", LARGE)) {
            String text = """
                    The posted form with %,d accounts and with %,d, each on a server and a PostgreSQL of its own, asked in turn:
                    every time a new visitor and another account.

                    `./test scale` on %s.

                    %s
                    %s""".formatted(SMALL, LARGE, MachineInfo.inWords(), sizes(small, large), crowds(large));
            System.out.println(text);
            new PerformancePage().chapter("Scale", text);
        }
    }

    private static String sizes(PopulatedServer small, PopulatedServer large) {
        StringBuilder table = new StringBuilder("""
                | form | p50, %,d | p50, %,d | p95, %,d | p95, %,d | p95, times |
                |---|--:|--:|--:|--:|--:|
                """.formatted(SMALL, LARGE, SMALL, LARGE));
        for (TimedForm door : TimedForm.values()) {
            String row = sizes(door, small, large);
            System.out.print(row);
            table.append(row);
        }
        return table.toString();
    }

    private static String sizes(TimedForm door, PopulatedServer small, PopulatedServer large) {
        Sampler few = sampler(door, small);
        Sampler many = sampler(door, large);
        List<Double> withFew = new ArrayList<>();
        List<Double> withMany = new ArrayList<>();
        for (int i = 0; i < WARM_UP + SAMPLES; i++) {
            if (i == WARM_UP) {
                withFew.clear();
                withMany.clear();
            }
            withFew.add(few.millis());
            withMany.add(many.millis());
        }
        Percentiles one = Percentiles.of(withFew);
        Percentiles other = Percentiles.of(withMany);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.2f |%n",
                door.title(),
                one.p50(),
                other.p50(),
                one.p95(),
                other.p95(),
                other.p95() / one.p95());
    }

    private static Sampler sampler(TimedForm door, PopulatedServer town) {
        return door == TimedForm.LOGIN
                ? town.stopwatch().of(door, town.inhabitant())
                : town.stopwatch().mailed(door, town.inhabitant());
    }

    private static String crowds(PopulatedServer town) {
        Stopwatch watch = town.stopwatch();
        List<TypedForm> crowds = new ArrayList<>();
        for (int i = 0; i < CROWDS; i++) {
            TypedForm crowd = TypedForm.named("crowd" + i);
            town.crowd(crowd.email(), CROWD);
            for (int j = 0; j < MAILS; j++) {
                crowds.add(crowd);
            }
        }
        return """
                `username-recovery` with %,d of the accounts on one address, beside an address with one account (%d of each):

                | accounts on the address | answer, p50 | answer to mail, p50 | answer to mail, longest |
                |--:|--:|--:|--:|
                %s%s""".formatted(
                        CROWD,
                        crowds.size(),
                        mails("1", watch, town.inhabitant(), crowds.size()),
                        mails("%,d".formatted(CROWD), watch, AccountPool.inTurn(crowds), crowds.size()));
    }

    private static String mails(String name, Stopwatch watch, Supplier<TypedForm> people, int count) {
        List<Double> answers = new ArrayList<>();
        List<Double> mails = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Stopwatch.Delivery delivery = watch.delivery(TimedForm.USERNAME_RECOVERY, people.get());
            answers.add(delivery.answer());
            mails.add(delivery.mail());
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.1f ms | %.0f ms | %.0f ms |%n",
                name,
                Percentiles.of(answers).p50(),
                Percentiles.of(mails).p50(),
                Percentiles.of(mails).p99());
    }
}
