package com.mailup.keycloak.load;

import com.mailup.keycloak.report.MachineInfo;
import com.mailup.keycloak.report.PerformancePage;
import com.mailup.keycloak.report.Program;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many people one node signs in each second, ours beside Keycloak as it comes. Started by {@code ./test logins}, which
 * writes its chapter of {@code docs/performance.md}.
 */
public final class Logins {

    private static final List<Integer> CLIENTS = List.of(1, 4, 16);
    private static final int PEOPLE = 200;

    private final Map<LoadProfile, Served> results = new LinkedHashMap<>();

    private Logins() {}

    public static void main(String[] arguments) {
        Program.run(() -> new Logins().measure());
    }

    private void measure() {
        Contender.inTurn(this::measure);
        String text = """
                Whole logins by 1, 4 and 16 clients at once, each as fast as it is answered: the page, the posted form, the code, and
                the tokens that the application gets for it. One node on PostgreSQL; clients, application and database have
                the same cores, and the server has a heap of 1 GB. %d starts of each server in turn, each for %d s. Most of the work is the password: Argon2, as
                Keycloak sets it.

                `./test logins` on %s.

                | clients | Keycloak | logins/s, median | range | p50 | p95 |
                |--:|---|--:|--:|--:|--:|
                %s""".formatted(
                        Contender.STARTS,
                        GatlingRun.SECONDS,
                        MachineInfo.inWords(),
                        results.entrySet().stream()
                                .map(result -> row(result.getKey(), result.getValue()))
                                .collect(Collectors.joining()));
        System.out.println(text);
        new PerformancePage().chapter("Logins", text);
    }

    private void measure(Contender contender) {
        try (ServerUnderTest server = new ServerUnderTest(contender)) {
            List<String> people = server.usernames(PEOPLE);
            new GatlingRun(server, people, 16, 0, GatlingRun.WARM_UP_SECONDS)
                    .of(LoginSimulation.class, contender + ", warm-up");
            for (int clients : CLIENTS) {
                GatlingRun run = new GatlingRun(server, people, clients, 0, GatlingRun.SECONDS)
                        .of(LoginSimulation.class, contender.toString());
                results.computeIfAbsent(new LoadProfile(Duration.ZERO, contender, clients), any -> new Served())
                        .add(run);
            }
        }
    }

    private static String row(LoadProfile profile, Served served) {
        return String.format(
                Locale.ROOT,
                "| %d | %s | %s | %.0f ms | %.0f ms |%n",
                profile.clients(),
                profile.contender().title(),
                served.rates(),
                served.millis(50),
                served.millis(95));
    }
}
