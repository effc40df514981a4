package com.mailup.keycloak.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {

    @Test
    void of_a_hundred_values_it_names_the_fiftieth_the_ninety_fifth_and_the_ninety_ninth() {
        List<Double> values =
                DoubleStream.iterate(100, it -> it - 1).limit(100).boxed().toList();

        assertThat(Percentiles.of(values)).isEqualTo(new Percentiles(50, 95, 99));
    }

    @Test
    void of_one_value_it_names_that_one() {
        assertThat(Percentiles.of(List.of(7.0))).isEqualTo(new Percentiles(7, 7, 7));
    }
}
