package com.mailup.keycloak.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {

    private static final ToDoubleFunction<double[]> MEAN =
            samples -> DoubleStream.of(samples).average().orElseThrow();

    @Test
    void the_interval_of_a_mean_is_as_wide_as_theory_says() {
        double[] samples = new Random(3).doubles(900).map(it -> it * 6).toArray();

        Interval interval = new Bootstrap(1, 4_000).interval(samples, MEAN);

        // Six wide and even: deviation 1.73, error of the mean 0.058, 99 % are 2.58 of them to either side.
        assertThat(interval.width()).isBetween(0.26, 0.34);
        assertThat(interval.inside(2.7, 3.3)).isTrue();
    }

    @Test
    void neighbours_that_are_alike_make_it_wider() {
        double[] disturbed = new double[900];
        for (int i = 0; i < disturbed.length; i++) {
            disturbed[i] = i / 10 % 2;
        }

        Interval alone = new Bootstrap(1, 2_000).interval(disturbed, MEAN);
        Interval blocks = new Bootstrap(10, 2_000).interval(disturbed, MEAN);

        assertThat(blocks.width()).isGreaterThan(1.5 * alone.width());
    }

    @Test
    void the_same_samples_give_the_same_interval() {
        double[] samples = new Random(5).doubles(100).toArray();

        assertThat(Bootstrap.USUAL.interval(samples, MEAN)).isEqualTo(Bootstrap.USUAL.interval(samples, MEAN));
    }
}
