package com.mailup.keycloak.timing;

import com.mailup.keycloak.testbed.AtOnce;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Takes pairs of samples, in random order within each, until a verdict stands or the pace's limit is reached. */
final class Comparison {

    private static final int AT_ONCE = 8;

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

    /** One after the other, each after the same rest. */
    static Finding of(Case which, Pace pace) {
        return new Comparison(which.rested(), pace).run();
    }

    /** Side by side, as many pairs of each as the pace allows: for answers that are held while hardly anything is done. */
    static List<Finding> atOnce(List<Case> cases, Pace pace) {
        int threads = Math.max(1, AT_ONCE / cases.size());
        int pairs = (pace.limit() + threads - 1) / threads;
        Pace each = new Pace((pace.warmUp() + threads - 1) / threads, pairs, pairs);
        List<Comparison> all =
                AtOnce.of(cases.size() * threads, i -> new Comparison(cases.get(i / threads), each).takeAll());
        return IntStream.range(0, cases.size())
                .mapToObj(i -> merged(all.subList(i * threads, (i + 1) * threads)))
                .toList();
    }

    private static Finding merged(List<Comparison> threads) {
        return Finding.of(
                threads.get(0).which.name(),
                threads.stream()
                        .flatMapToDouble(thread -> DoubleStream.of(thread.one))
                        .toArray(),
                threads.stream()
                        .flatMapToDouble(thread -> DoubleStream.of(thread.other))
                        .toArray());
    }

    private Comparison takeAll() {
        warmUp();
        for (int i = 0; i < pace.limit(); i++) {
            takePair(i);
        }
        return this;
    }

    private void warmUp() {
        for (int i = 0; i < pace.warmUp(); i++) {
            takePair(0);
        }
    }

    private Finding run() {
        warmUp();
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
