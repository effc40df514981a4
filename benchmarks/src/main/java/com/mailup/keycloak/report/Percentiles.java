package com.mailup.keycloak.report;

import java.util.Collection;

/** What so many of a hundred requests take at most, in milliseconds. */
public record Percentiles(double p50, double p95, double p99) {

    public static Percentiles of(Collection<Double> millis) {
        double[] sorted =
                millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Percentiles(at(sorted, 50), at(sorted, 95), at(sorted, 99));
    }

    /** The smallest value that so many percent of all values do not exceed. */
    private static double at(double[] sorted, int percent) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }
}
