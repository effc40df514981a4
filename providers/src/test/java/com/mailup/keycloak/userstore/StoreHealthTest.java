package com.mailup.keycloak.userstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("S6")
class StoreHealthTest {

    private static final String STORE = "the directory";

    private final AtomicLong now = new AtomicLong(1_000_000);
    private final StoreHealth health = new StoreHealth(now::get);

    private void later(Duration time) {
        now.addAndGet(time.toMillis());
    }

    @Test
    void of_a_store_that_was_never_asked_nothing_is_known() {
        assertThat(health.known(STORE)).isEmpty();
    }

    @Test
    void a_store_that_has_answered_is_not_asked_again_within_a_second() {
        health.answered(STORE);
        later(Duration.ofMillis(999));
        assertThat(health.known(STORE)).contains(true);
        later(Duration.ofMillis(1));
        assertThat(health.known(STORE)).isEmpty();
        // The others go by what was, while one asks.
        assertThat(health.known(STORE)).contains(true);
    }

    @Test
    void one_that_failed_at_work_is_doubted_until_it_has_answered() {
        health.failed(STORE);
        assertThat(health.hasFailedLookup(STORE)).isTrue();
        health.unreached(STORE);
        assertThat(health.hasFailedLookup(STORE)).isTrue();

        assertThat(health.answered(STORE)).isTrue();
        assertThat(health.hasFailedLookup(STORE)).isFalse();
        assertThat(health.known(STORE)).contains(true);
    }

    @Test
    void one_that_could_not_be_reached_is_trusted_once_it_can() {
        health.unreached(STORE);

        assertThat(health.known(STORE)).contains(false);
        assertThat(health.hasFailedLookup(STORE)).isFalse();
    }

    @Test
    void a_store_that_has_failed_is_left_alone_for_the_pause_and_then_asked_by_one() {
        health.failed(STORE);
        later(StoreHealth.PAUSE.minusMillis(1));
        assertThat(health.known(STORE)).contains(false);

        later(Duration.ofMillis(1));
        assertThat(health.known(STORE)).isEmpty();
        assertThat(health.known(STORE)).contains(false);
    }

    @Test
    void one_who_asks_and_never_comes_back_does_not_keep_the_others_from_asking() {
        health.failed(STORE);
        later(StoreHealth.PAUSE);
        assertThat(health.known(STORE)).isEmpty();

        later(StoreHealth.PAUSE.minusMillis(1));
        assertThat(health.known(STORE)).contains(false);
        later(Duration.ofMillis(1));
        assertThat(health.known(STORE)).isEmpty();
    }

    @Test
    void of_a_store_that_answered_the_others_ask_a_second_later() {
        health.answered(STORE);
        later(Duration.ofSeconds(1));
        assertThat(health.known(STORE)).isEmpty();

        later(Duration.ofSeconds(1));
        assertThat(health.known(STORE)).isEmpty();
    }

    @Test
    void that_one_cannot_be_reached_is_told_once_a_minute_too() {
        assertThat(health.unreached(STORE)).isTrue();
        assertThat(health.unreached(STORE)).isFalse();
    }

    @Test
    void a_failure_is_told_once_a_minute_however_often_it_comes_and_goes() {
        assertThat(health.failed(STORE)).isTrue();
        later(Duration.ofSeconds(30));
        assertThat(health.answered(STORE)).isTrue();
        assertThat(health.failed(STORE)).isFalse();
        assertThat(health.answered(STORE)).isFalse();
        assertThat(health.failed(STORE)).isFalse();

        later(Duration.ofSeconds(30));
        assertThat(health.failed(STORE)).isTrue();
    }

    @Test
    void one_store_says_nothing_of_another() {
        health.failed(STORE);

        assertThat(health.known("another")).isEmpty();
        assertThat(health.failed("another")).isTrue();
    }

    @Test
    void what_nobody_has_asked_for_ten_minutes_is_forgotten() {
        health.failed(STORE);
        later(StoreHealth.PAUSE.plusMinutes(10));
        health.answered("another");
        assertThat(health.size()).isEqualTo(2);

        later(Duration.ofMillis(1));
        health.failed("a third");
        assertThat(health.size()).isEqualTo(2);
    }
}
