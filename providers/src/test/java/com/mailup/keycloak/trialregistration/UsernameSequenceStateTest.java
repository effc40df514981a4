package com.mailup.keycloak.trialregistration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UsernameSequenceStateTest {

    private static final String SECRET = "a secret of this test";

    @Test
    void every_number_of_six_digits_comes_once_before_the_first_of_seven() {
        BitSet seen = new BitSet(1_000_000);
        IntStream.range(0, 900_000).map(UsernameSequenceStateTest::number).forEach(seen::set);

        assertThat(seen.cardinality()).isEqualTo(900_000);
        assertThat(seen.nextSetBit(0)).isEqualTo(100_000);
        assertThat(seen.length()).isEqualTo(1_000_000);
        assertThat(number(900_000)).isBetween(1_000_000, 9_999_999);
    }

    @Test
    void no_number_tells_the_next() {
        List<Integer> steps = IntStream.range(0, 1_000)
                .map(given -> number(given + 1) - number(given))
                .boxed()
                .distinct()
                .toList();

        assertThat(steps).hasSizeGreaterThan(990).doesNotContain(1, -1);
    }

    @Test
    void another_secret_mixes_otherwise() {
        assertThat(IntStream.range(0, 20)
                        .filter(given -> number(given) == new UsernameSequenceState("another", given).number()))
                .isEmpty();
    }

    @Test
    void it_is_written_and_read() {
        UsernameSequenceState state = UsernameSequenceState.first().next();

        assertThat(UsernameSequenceState.parse(state.serialized())).isEqualTo(state);
        assertThat(state.issued()).isEqualTo(1);
    }

    private static int number(int given) {
        return new UsernameSequenceState(SECRET, given).number();
    }
}
