package com.mailup.keycloak.timing;

import com.mailup.keycloak.report.MachineInfo;
import com.mailup.keycloak.report.PerformancePage;
import com.mailup.keycloak.report.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.HdrHistogram.DoubleHistogram;

/**
 * What a thousand and a million accounts make of an answer's time, and 10,000 accounts of one address. Started by
 * {@code ./test scale}, which writes its chapter of {@code docs/performance.md}.
 */
public final class Scale {

    private static final int SMALL = 1_000;
    private static final int LARGE = 1_000_000;
    private static final int ON_ONE_ADDRESS = 10_000;
    private static final int WARM_UP = 100;
    private static final int SAMPLES = 900;
    private static final int ADDRESSES = 5;
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
                    %s""".formatted(SMALL, LARGE, MachineInfo.inWords(), sizes(small, large), shared(large));
            System.out.println(text);
            new PerformancePage().chapter("Scale", text);
        }
    }

    private static String sizes(PopulatedServer small, PopulatedServer large) {
        StringBuilder table = new StringBuilder("""
                | form | p50, %,d | p50, %,d | p95, %,d | p95, %,d | p95, times |
                |---|--:|--:|--:|--:|--:|
                """.formatted(SMALL, LARGE, SMALL, LARGE));
        for (TimedForm form : TimedForm.values()) {
            String row = sizes(form, small, large);
            System.out.print(row);
            table.append(row);
        }
        return table.toString();
    }

    private static String sizes(TimedForm form, PopulatedServer small, PopulatedServer large) {
        Sampler few = sampler(form, small);
        Sampler many = sampler(form, large);
        DoubleHistogram withFew = new DoubleHistogram(3);
        DoubleHistogram withMany = new DoubleHistogram(3);
        for (int i = 0; i < WARM_UP + SAMPLES; i++) {
            if (i == WARM_UP) {
                withFew.reset();
                withMany.reset();
            }
            withFew.recordValue(few.millis());
            withMany.recordValue(many.millis());
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.2f |%n",
                form.title(),
                withFew.getValueAtPercentile(50),
                withMany.getValueAtPercentile(50),
                withFew.getValueAtPercentile(95),
                withMany.getValueAtPercentile(95),
                withMany.getValueAtPercentile(95) / withFew.getValueAtPercentile(95));
    }

    private static Sampler sampler(TimedForm form, PopulatedServer server) {
        return form == TimedForm.LOGIN
                ? server.stopwatch().of(form, server.account())
                : server.stopwatch().mailed(form, server.account());
    }

    private static String shared(PopulatedServer server) {
        Stopwatch watch = server.stopwatch();
        List<TypedForm> shared = new ArrayList<>();
        for (int i = 0; i < ADDRESSES; i++) {
            TypedForm owner = TypedForm.named("owner" + i);
            server.add(owner.email(), ON_ONE_ADDRESS);
            for (int j = 0; j < MAILS; j++) {
                shared.add(owner);
            }
        }
        return """
                `username-recovery` with %,d of the accounts on one address, beside an address with one account (%d of each):

                | accounts on the address | answer, p50 | answer to mail, p50 | answer to mail, longest |
                |--:|--:|--:|--:|
                %s%s""".formatted(
                        ON_ONE_ADDRESS,
                        shared.size(),
                        mails("1", watch, server.account(), shared.size()),
                        mails("%,d".formatted(ON_ONE_ADDRESS), watch, AccountPool.inTurn(shared), shared.size()));
    }

    private static String mails(String name, Stopwatch watch, Supplier<TypedForm> people, int count) {
        DoubleHistogram answers = new DoubleHistogram(3);
        DoubleHistogram mails = new DoubleHistogram(3);
        for (int i = 0; i < count; i++) {
            Stopwatch.Delivery delivery = watch.delivery(TimedForm.USERNAME_RECOVERY, people.get());
            answers.recordValue(delivery.answer());
            mails.recordValue(delivery.mail());
        }
        return String.format(
                Locale.ROOT,
                "| %s | %.1f ms | %.0f ms | %.0f ms |%n",
                name,
                answers.getValueAtPercentile(50),
                mails.getValueAtPercentile(50),
                mails.getMaxValue());
    }
}
