package com.mailup.keycloak.timing;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * How often a time of one class is longer than one of the other (Mann and Whitney): a half says that nobody can tell
 * them apart, 0 or 1 that one look is enough.
 *
 * @param error its standard error where there is no difference
 */
record Auc(double value, double error) {

    static Auc of(double[] one, double[] other) {
        double[] sorted = other.clone();
        Arrays.sort(sorted);
        double wins = DoubleStream.of(one).map(time -> wins(time, sorted)).sum();
        double pairs = (double) one.length * other.length;
        return new Auc(wins / pairs, Math.sqrt((one.length + other.length + 1) / (12 * pairs)));
    }

    Interval interval() {
        double z = 2.576;
        return new Interval(value - z * error, value + z * error);
    }

    /** A tie is half a win. */
    private static double wins(double time, double[] sorted) {
        return (first(sorted, time) + first(sorted, Math.nextUp(time))) / 2.0;
    }

    /** How many are smaller. */
    private static int first(double[] sorted, double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
