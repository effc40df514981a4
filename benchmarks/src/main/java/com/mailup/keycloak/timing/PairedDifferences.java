package com.mailup.keycloak.timing;

import java.util.Arrays;

/** Differences within pairs, in milliseconds; their mean leaves out the fifth at either end, where the disturbed ones are. */
record PairedDifferences(double[] millis) {

    static PairedDifferences of(double[] one, double[] other) {
        double[] differences = new double[one.length];
        Arrays.setAll(differences, i -> one[i] - other[i]);
        return new PairedDifferences(differences);
    }

    double trimmedMean() {
        return trimmedMean(millis);
    }

    Interval interval() {
        return Bootstrap.USUAL.interval(millis, PairedDifferences::trimmedMean);
    }

    private static double trimmedMean(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int cut = sorted.length / 5;
        return Arrays.stream(sorted, cut, sorted.length - cut).average().orElseThrow();
    }
}
