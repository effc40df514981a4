package com.mailup.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SlowLoginWarningTest {

    @Test
    @Tag("S4")
    void those_that_miss_their_deadline_are_named_once_a_minute() {
        AtomicLong clock = new AtomicLong();
        SlowLoginWarning slow = new SlowLoginWarning(clock::get);

        assertThat(slow.warning("mailup", Duration.ofMillis(700), Duration.ofMillis(500)))
                .hasValueSatisfying(warning -> assertThat(warning)
                        .contains("realm mailup took 700 ms", "deadline is 500 ms", "Failed logins: milliseconds"));
        assertThat(slow.warning("mailup", Duration.ofMillis(700), Duration.ofMillis(500)))
                .isEmpty();
        clock.addAndGet(TimeUnit.MINUTES.toNanos(1));
        assertThat(slow.warning("other", Duration.ofMillis(700), Duration.ofMillis(500)))
                .isNotEmpty();
    }
}
