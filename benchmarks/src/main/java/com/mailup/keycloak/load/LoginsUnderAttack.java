package com.mailup.keycloak.load;

import com.mailup.keycloak.report.MachineInfo;
import com.mailup.keycloak.report.PerformancePage;
import com.mailup.keycloak.report.Program;
import com.mailup.keycloak.testbed.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many people one node signs in each second while others fail without pause, ours beside Keycloak as it comes. Started by
 * {@code ./test attack}, which writes its chapter of {@code docs/performance.md}.
 */
public final class LoginsUnderAttack {

    private static final int STARTS = 5;
    private static final int CLIENTS = 16;
    private static final int ATTACKERS = 64;
    private static final int PEOPLE = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private LoginsUnderAttack() {}

    public static void main(String[] arguments) {
        Program.run(LoginsUnderAttack::measure);
    }

    private static void measure() {
        Map<Contender, List<Double>> rates = new EnumMap<>(Contender.class);
        for (int start = 0; start < STARTS; start++) {
            for (Contender contender : Contender.values()) {
                double rate = rate(contender);
                System.out.printf(Locale.ROOT, "%s, start %d: %.1f logins/s%n", contender, start + 1, rate);
                rates.computeIfAbsent(contender, any -> new ArrayList<>()).add(rate);
            }
        }
        String text = """
                Whole logins by %d clients, each as fast as it is answered, beside %d clients that fail without pause, each time from
                another client address. One node on PostgreSQL; clients, application and database have the same cores. %d starts
                of each server, in turn.

                `./test attack` on %s.

                | Keycloak | logins/s, median | range |
                |---|--:|--:|
                %s%s""".formatted(
                        CLIENTS,
                        ATTACKERS,
                        STARTS,
                        MachineInfo.inWords(),
                        row("**ours**", rates.get(Contender.OURS)),
                        row("stock", rates.get(Contender.STOCK)));
        System.out.println(text);
        new PerformancePage().chapter("Logins under attack", text);
    }

    private static String row(String name, List<Double> rates) {
        Collections.sort(rates);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f to %.1f |%n",
                name,
                rates.get(STARTS / 2),
                rates.get(0),
                rates.get(STARTS - 1));
    }

    private static double rate(Contender contender) {
        AtomicBoolean over = new AtomicBoolean();
        try (ServerUnderTest place = new ServerUnderTest(contender)) {
            List<Person> people = place.people(PEOPLE);
            CompletableFuture<List<Double>> attack =
                    CompletableFuture.supplyAsync(() -> ParallelClients.each(ATTACKERS, () -> {
                        List<Double> own = new ArrayList<>();
                        while (!over.get()) {
                            own.add(place.fail("m" + UUID.randomUUID()));
                        }
                        return own;
                    }));
            logins(place, people, WARM_UP);
            double rate = logins(place, people, MEASURED) / (double) MEASURED.toSeconds();
            over.set(true);
            System.out.printf(
                    Locale.ROOT, "%d logins failed meanwhile%n", attack.join().size());
            return rate;
        }
    }

    private static int logins(ServerUnderTest place, List<Person> people, Duration longest) {
        AtomicInteger next = new AtomicInteger();
        long end = System.nanoTime() + longest.toNanos();
        return ParallelClients.each(CLIENTS, () -> {
                    List<Double> own = new ArrayList<>();
                    while (System.nanoTime() < end) {
                        own.add(place.signIn(people.get(next.getAndIncrement() % people.size())));
                    }
                    return own;
                })
                .size();
    }
}
