package com.mailup.keycloak.timing;

import java.util.List;
import java.util.function.Supplier;

/** Compares the answers of all three forms at length and prints a table. Started by {@code ./test timing}. */
public final class Timing {

    private static final Pace RECOVERY = new Pace(100, 500, 3_000);
    private static final Pace LOGIN = new Pace(30, 500, 3_000);

    private Timing() {}

    public static void main(String[] arguments) {
        try (Bench bench = new Bench()) {
            System.out.print(Finding.HEADING);
            for (Door door : Door.values()) {
                compare(door, bench);
            }
        }
    }

    private static void compare(Door door, Bench bench) {
        Pace pace = door == Door.LOGIN ? LOGIN : RECOVERY;
        Cases cases = bench.cases(pace);
        print(() -> List.of(Comparison.of(cases.control(door), pace)));
        print(() -> List.of(Comparison.of(cases.controlTwoMillisecondsLate(door), pace)));
        print(() -> door == Door.LOGIN ? cases.login() : cases.recovery(door));
    }

    private static void print(Supplier<List<Finding>> findings) {
        findings.get().forEach(finding -> System.out.print(finding.row()));
    }
}
