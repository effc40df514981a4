package com.mailup.keycloak.load;

import com.mailup.keycloak.report.MachineInfo;
import com.mailup.keycloak.report.PerformancePage;
import com.mailup.keycloak.report.Program;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many people one node signs in each second while others fail without pause, ours beside Keycloak as it comes. Started by
 * {@code ./test attack}, which writes its chapter of {@code docs/performance.md}.
 */
public final class LoginsUnderAttack {

    private static final int CLIENTS = 16;
    private static final int ATTACKERS = 64;
    private static final int PEOPLE = 200;

    private final Map<Contender, Served> results = new EnumMap<>(Contender.class);

    private LoginsUnderAttack() {}

    public static void main(String[] arguments) {
        Program.run(() -> new LoginsUnderAttack().measure());
    }

    private void measure() {
        Contender.inTurn(this::measure);
        String text = """
                Whole logins by %d clients, each as fast as it is answered, beside %d clients that fail without pause, each time from
                another client address. One node on PostgreSQL; clients, application and database have the same cores, and the server has a heap of 1 GB. %d starts
                of each server in turn, each for %d s.

                `./test attack` on %s.

                | Keycloak | logins/s, median | range |
                |---|--:|--:|
                %s""".formatted(
                CLIENTS,
                ATTACKERS,
                Contender.STARTS,
                GatlingRun.SECONDS,
                MachineInfo.inWords(),
                results.entrySet().stream()
                        .map(it -> "| %s | %s |%n"
                                .formatted(it.getKey().title(), it.getValue().rates()))
                        .collect(Collectors.joining()));
        System.out.println(text);
        new PerformancePage().chapter("Logins under attack", text);
    }

    private void measure(Contender contender) {
        try (ServerUnderTest server = new ServerUnderTest(contender)) {
            List<String> people = server.usernames(PEOPLE);
            new GatlingRun(server, people, CLIENTS, ATTACKERS, GatlingRun.WARM_UP_SECONDS)
                    .of(LoginSimulation.class, contender + " under attack, warm-up");
            results.computeIfAbsent(contender, any -> new Served())
                    .add(new GatlingRun(server, people, CLIENTS, ATTACKERS, GatlingRun.SECONDS)
                            .of(LoginSimulation.class, contender + " under attack"));
        }
    }
}
