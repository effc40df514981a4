package com.mailup.keycloak.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedDifferencesTest {

    @Test
    void the_fifth_at_either_end_does_not_count() {
        double[] slow = {1, 2, 3, 4, 5_000};
        double[] quick = {0, 0, 0, 0, 0};

        assertThat(PairedDifferences.of(slow, quick).trimmedMean()).isEqualTo(3, within(1e-12));
    }

    @Test
    void what_both_of_a_pair_suffer_makes_no_difference() {
        double[] drift = new Random(1).doubles(200).map(it -> it * 100).toArray();
        double[] later = Arrays.stream(drift).map(it -> it + 2).toArray();

        PairedDifferences differences = PairedDifferences.of(later, drift);

        assertThat(differences.trimmedMean()).isEqualTo(2, within(1e-9));
        assertThat(differences.interval().inside(1.999, 2.001)).isTrue();
    }

    @Test
    void noise_is_not_taken_for_a_difference_nor_does_it_hide_one() {
        Random random = new Random(2);
        double[] one = random.doubles(2_000).map(it -> it * 10).toArray();
        double[] other = random.doubles(2_000).map(it -> it * 10).toArray();
        double[] slow = Arrays.stream(one).map(it -> it + 2).toArray();

        assertThat(Verdict.of(PairedDifferences.of(one, other).interval(), -1, 1))
                .isEqualTo(Verdict.PASS);
        assertThat(Verdict.of(PairedDifferences.of(slow, other).interval(), -1, 1))
                .isEqualTo(Verdict.FAIL);
    }
}
