package com.mailup.keycloak.timing;

import java.util.Arrays;
import java.util.Locale;

/** What a comparison found: the answers may differ by a millisecond, and nobody may guess right more often than 55 %. */
record Finding(
        String name,
        int pairs,
        double median,
        double otherMedian,
        double difference,
        Interval interval,
        Auc auc,
        Verdict verdict) {

    static final String HEADING = """
            | form, class | median | absent | difference | 99 % interval | AUC | pairs | verdict |
            |---|--:|--:|--:|:-:|--:|--:|---|
            """;

    static Finding of(String name, double[] one, double[] other) {
        PairedDifferences differences = PairedDifferences.of(one, other);
        Interval interval = differences.interval();
        Auc auc = Auc.of(one, other);
        Verdict verdict = Verdict.worst(Verdict.of(interval, -1, 1), Verdict.of(auc.interval(), 0.45, 0.55));
        return new Finding(
                name, one.length, median(one), median(other), differences.trimmedMean(), interval, auc, verdict);
    }

    String row() {
        return "| %s | %.2f ms | %.2f ms | %+.2f ms | %+.2f to %+.2f | %.3f | %d | %s |%n"
                .formatted(
                        name,
                        median,
                        otherMedian,
                        difference,
                        interval.low(),
                        interval.high(),
                        auc.value(),
                        pairs,
                        verdict.name().toLowerCase(Locale.ROOT));
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
