package com.mailup.keycloak.load;

import com.mailup.keycloak.report.MachineInfo;
import com.mailup.keycloak.report.Percentiles;
import com.mailup.keycloak.report.PerformancePage;
import com.mailup.keycloak.report.Program;
import com.mailup.keycloak.testbed.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many people one node signs in each second, ours beside Keycloak as it comes. Started by {@code ./test logins}, which
 * writes its chapter of {@code docs/performance.md}.
 */
public final class Logins {

    private static final List<Integer> CLIENTS = List.of(1, 4, 16);
    private static final int PEOPLE = 200;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration MEASURED = Duration.ofSeconds(30);

    private Logins() {}

    public static void main(String[] arguments) {
        Program.run(Logins::measure);
    }

    private static void measure() {
        String text = """
                Whole logins by 1, 4 and 16 clients at once, each as fast as it is answered: the page, the posted form, the code, and
                the tokens that the application gets for it. One node on PostgreSQL; clients, application and database have
                the same cores. Most of the work is the password: Argon2, as Keycloak sets it.

                `./test logins` on %s.

                | clients | Keycloak | logins/s | p50 | p95 |
                |--:|---|--:|--:|--:|
                %s""".formatted(MachineInfo.inWords(), rows(Contender.OURS) + rows(Contender.STOCK));
        System.out.println(text);
        new PerformancePage().chapter("Logins", text);
    }

    private static String rows(Contender contender) {
        StringBuilder rows = new StringBuilder();
        try (ServerUnderTest place = new ServerUnderTest(contender)) {
            List<Person> people = place.people(PEOPLE);
            logins(place, people, 16, WARM_UP);
            for (int clients : CLIENTS) {
                List<Double> millis = logins(place, people, clients, MEASURED);
                Percentiles all = Percentiles.of(millis);
                rows.append(String.format(
                        Locale.ROOT,
                        "| %d | %s | %.0f | %.0f ms | %.0f ms |%n",
                        clients,
                        contender == Contender.OURS ? "**ours**" : "stock",
                        millis.size() / (double) MEASURED.toSeconds(),
                        all.p50(),
                        all.p95()));
            }
        }
        return rows.toString();
    }

    private static List<Double> logins(ServerUnderTest place, List<Person> people, int clients, Duration longest) {
        AtomicInteger next = new AtomicInteger();
        long end = System.nanoTime() + longest.toNanos();
        return ParallelClients.each(clients, () -> {
            List<Double> own = new ArrayList<>();
            while (System.nanoTime() < end) {
                own.add(place.signIn(people.get(next.getAndIncrement() % people.size())));
            }
            return own;
        });
    }
}
