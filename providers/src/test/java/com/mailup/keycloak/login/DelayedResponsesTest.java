package com.mailup.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.KeycloakTransaction;

class DelayedResponsesTest {

    @ParameterizedTest
    @CsvSource({"0,500", "1,499", "499,1", "501,499", "999,1", "1700,300"})
    void an_answer_leaves_at_its_deadline_or_at_the_next_multiple(long elapsed, long left) {
        assertThat(DelayedResponses.remaining(elapsed, 500)).isEqualTo(left);
    }

    @Test
    @Timeout(5)
    void one_that_is_not_ready_at_its_deadline_is_counted() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        try (DelayedResponses full = new DelayedResponses(0)) {
            double before = LoginMetrics.LATE.count();
            long minuteAgo = System.nanoTime() - Duration.ofMinutes(1).toNanos();

            commit(full.delayUntil("mailup", minuteAgo, Duration.ofMinutes(2)));
            assertThat(LoginMetrics.LATE.count()).isEqualTo(before);
            commit(full.delayUntil("mailup", minuteAgo, Duration.ofSeconds(59)));
            assertThat(LoginMetrics.LATE.count()).isEqualTo(before + 1);
        } finally {
            Metrics.removeRegistry(registry);
        }
    }

    private static void commit(KeycloakTransaction end) {
        end.begin();
        end.commit();
    }

    /** Holding one would need a request of the server's. */
    @Test
    @Timeout(5)
    void where_no_more_can_be_held_an_answer_leaves_at_once_and_is_counted() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Metrics.addRegistry(registry);
        try (DelayedResponses full = new DelayedResponses(0)) {
            double before = LoginMetrics.NOT_HELD.count();

            commit(full.delayUntil("mailup", System.nanoTime(), Duration.ofMinutes(1)));

            assertThat(LoginMetrics.NOT_HELD.count()).isEqualTo(before + 1);
            assertThat(full.count()).isZero();
        } finally {
            Metrics.removeRegistry(registry);
        }
    }
}
