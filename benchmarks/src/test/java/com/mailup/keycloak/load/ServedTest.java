package com.mailup.keycloak.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServedTest {

    @Test
    void it_tells_the_median_of_all_starts_and_their_range() {
        Served served = new Served();
        List.of(30, 10, 20).forEach(answers -> served.add(run(answers)));

        assertThat(served.rates()).isEqualTo("2.0 | 1.0 to 3.0");
        assertThat(served.millis(95)).isEqualTo(5);
    }

    private static GatlingRun run(int answers) {
        GatlingRun run = new GatlingRun(null, List.of(), 1, 0, 10);
        for (int i = 0; i < answers; i++) {
            run.millis().recordValue(5);
        }
        return run;
    }
}
