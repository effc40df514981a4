package com.mailup.keycloak.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AucTest {

    @Test
    void equal_times_cannot_be_told_apart() {
        assertThat(Auc.of(new double[] {1, 1, 1}, new double[] {1, 1}).value()).isEqualTo(0.5);
    }

    @Test
    void longer_times_are_told_at_once() {
        assertThat(Auc.of(new double[] {3, 4}, new double[] {1, 2}).value()).isEqualTo(1);
        assertThat(Auc.of(new double[] {1, 2}, new double[] {3, 4}).value()).isZero();
    }

    @Test
    void it_counts_the_pairs_won_and_half_of_the_ties() {
        // 2 wins over 1, ties 2, loses to 3; 3 wins over 1 and 2, ties 3: 1.5 + 2.5 of 6
        assertThat(Auc.of(new double[] {2, 3}, new double[] {1, 2, 3}).value()).isEqualTo(4.0 / 6, within(1e-12));
    }

    @Test
    void its_interval_narrows_as_samples_come_in() {
        Random random = new Random(1);
        double[] few = random.doubles(50).toArray();
        double[] many = random.doubles(5_000).toArray();

        assertThat(Auc.of(few, few).interval().inside(0.45, 0.55)).isFalse();
        assertThat(Auc.of(many, many).interval().inside(0.45, 0.55)).isTrue();
    }
}
