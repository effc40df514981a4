package com.mailup.keycloak.timing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "-0.3,  0.4, PASS",
        "-1.0,  1.0, PASS",
        "-1.1,  0.4, INCONCLUSIVE",
        " 0.9,  1.1, INCONCLUSIVE",
        "-5.0,  5.0, INCONCLUSIVE",
        " 1.1,  2.9, FAIL",
        "-3.0, -1.5, FAIL"
    })
    void only_an_interval_that_is_wholly_inside_or_outside_decides(double low, double high, Verdict expected) {
        assertThat(Verdict.of(new Interval(low, high), -1, 1)).isEqualTo(expected);
    }

    @Test
    void of_several_the_worst_counts() {
        assertThat(Verdict.worst(Verdict.PASS, Verdict.FAIL, Verdict.INCONCLUSIVE))
                .isEqualTo(Verdict.FAIL);
        assertThat(Verdict.worst(Verdict.PASS, Verdict.INCONCLUSIVE)).isEqualTo(Verdict.INCONCLUSIVE);
    }
}
