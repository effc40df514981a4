package com.mailup.keycloak.timing;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/** Takes pairs of samples, in random order within each, until a verdict stands or the pace's limit is reached. */
final class Comparison {

    private final Random coin = new Random(1);
    private final Case which;
    private final Pace pace;
    private final double[] one;
    private final double[] other;

    private Comparison(Case which, Pace pace) {
        this.which = which;
        this.pace = pace;
        one = new double[pace.limit()];
        other = new double[pace.limit()];
    }

    static Finding of(Case which, Pace pace) {
        return new Comparison(which, pace).run();
    }

    /** Each in a thread of its own: for answers that are held, and for which hardly anything is done meanwhile. */
    static List<Finding> atOnce(List<Case> cases, Pace pace) {
        return AtOnce.of(
                cases.size(),
                cases.stream()
                        .map(which -> (Callable<Finding>) () -> of(which, pace))
                        .toList());
    }

    private Finding run() {
        for (int i = 0; i < pace.warmUp(); i++) {
            takePair(0);
        }
        int pairs = 0;
        Finding finding;
        do {
            int end = Math.min(pairs + pace.step(), pace.limit());
            while (pairs < end) {
                takePair(pairs++);
            }
            finding = Finding.of(which.name(), Arrays.copyOf(one, pairs), Arrays.copyOf(other, pairs));
        } while (finding.verdict() == Verdict.INCONCLUSIVE && pairs < pace.limit());
        return finding;
    }

    private void takePair(int index) {
        if (coin.nextBoolean()) {
            one[index] = which.one().millis();
            other[index] = which.other().millis();
        } else {
            other[index] = which.other().millis();
            one[index] = which.one().millis();
        }
    }
}
