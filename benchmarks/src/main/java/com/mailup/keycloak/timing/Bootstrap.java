package com.mailup.keycloak.timing;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The 99 % interval of a statistic, by drawing samples anew. Blocks of neighbours are drawn, since what disturbs a server
 * disturbs several samples in a row. The same samples give the same interval.
 */
record Bootstrap(int block, int draws) {

    static final Bootstrap USUAL = new Bootstrap(10, 2_000);

    Interval interval(double[] samples, ToDoubleFunction<double[]> statistic) {
        Random random = new Random(samples.length);
        double[] drawn = new double[draws];
        for (int i = 0; i < draws; i++) {
            drawn[i] = statistic.applyAsDouble(draw(samples, random));
        }
        Arrays.sort(drawn);
        return new Interval(drawn[draws / 200], drawn[draws - 1 - draws / 200]);
    }

    /** Past the end the samples begin again, so that each is as likely as any other. */
    private double[] draw(double[] samples, Random random) {
        double[] drawn = new double[samples.length];
        for (int i = 0; i < drawn.length; i += block) {
            int start = random.nextInt(samples.length);
            for (int j = 0; j < block && i + j < drawn.length; j++) {
                drawn[i + j] = samples[(start + j) % samples.length];
            }
        }
        return drawn;
    }
}
