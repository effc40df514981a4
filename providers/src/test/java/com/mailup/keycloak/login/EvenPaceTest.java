package com.mailup.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EvenPaceTest {

    private static final long MILLI = 1_000_000;

    private final EvenPace pace = new EvenPace();
    private final Random random = new Random(1);

    /** The moment at which an answer leaves that took so long. */
    private long leaves(long took) {
        return took + pace.left(took);
    }

    private long usual(long middle) {
        return middle + Math.round(random.nextGaussian() * MILLI);
    }

    private void learn() {
        for (int i = 0; i < 500; i++) {
            leaves(usual(30 * MILLI));
        }
    }

    @Test
    void what_is_ready_sooner_or_later_leaves_at_the_same_time() {
        learn();

        assertThat(leaves(29 * MILLI)).isCloseTo(leaves(31 * MILLI), org.assertj.core.data.Offset.offset(MILLI / 5));
    }

    @Test
    void nearly_all_are_ready_in_time() {
        learn();
        long late = 0;
        for (int i = 0; i < 10_000; i++) {
            late += pace.left(usual(30 * MILLI)) == 0 ? 1 : 0;
        }

        assertThat(late).isLessThan(50);
    }

    @Test
    void one_that_was_held_up_changes_little() {
        learn();
        long before = leaves(30 * MILLI);
        leaves(3_000 * MILLI);

        assertThat(leaves(30 * MILLI)).isLessThan(2 * before);
    }

    @Test
    void nobody_waits_for_long() {
        leaves(10_000 * MILLI);

        assertThat(pace.left(MILLI)).isLessThanOrEqualTo(250 * MILLI);
    }
}
