package com.mailup.keycloak.mailsender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TimeLimitTest {

    @Test
    void what_takes_longer_is_stopped_and_its_caller_is_told() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);

        assertThatThrownBy(() -> TimeLimit.run(
                        Duration.ofMillis(50),
                        () -> {
                            try {
                                new CountDownLatch(1).await();
                            } finally {
                                interrupted.countDown();
                            }
                            return null;
                        },
                        stopped::countDown))
                .isInstanceOf(TimeoutException.class);

        assertThat(stopped.getCount()).isZero();
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void what_fails_in_time_is_told_with_its_cause() {
        assertThatThrownBy(() -> TimeLimit.run(
                        Duration.ofSeconds(10),
                        () -> {
                            throw new IOException("no");
                        },
                        () -> {}))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void an_interrupted_caller_stops_it_and_stays_interrupted() {
        CountDownLatch stopped = new CountDownLatch(1);
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> TimeLimit.run(
                        Duration.ofSeconds(10),
                        () -> {
                            new CountDownLatch(1).await();
                            return null;
                        },
                        stopped::countDown))
                .isInstanceOf(ExecutionException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stopped.getCount()).isZero();
    }
}
