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
        assertThat(health.cached(STORE)).isEmpty();
    }

    @Test
    void a_store_that_has_answered_is_not_asked_again_within_a_second() {
        health.recordAnswer(STORE);
        later(Duration.ofMillis(999));
        assertThat(health.cached(STORE)).contains(true);
        later(Duration.ofMillis(1));
        assertThat(health.cached(STORE)).isEmpty();
        // The others go by what was, while one asks.
        assertThat(health.cached(STORE)).contains(true);
    }

    @Test
    void one_that_failed_at_work_is_doubted_until_it_has_answered() {
        health.recordLookupFailure(STORE);
        assertThat(health.hasFailedLookup(STORE)).isTrue();
        health.recordUnreachable(STORE);
        assertThat(health.hasFailedLookup(STORE)).isTrue();

        assertThat(health.recordAnswer(STORE)).isTrue();
        assertThat(health.hasFailedLookup(STORE)).isFalse();
        assertThat(health.cached(STORE)).contains(true);
    }

    @Test
    void one_that_could_not_be_reached_is_trusted_once_it_can() {
        health.recordUnreachable(STORE);

        assertThat(health.cached(STORE)).contains(false);
        assertThat(health.hasFailedLookup(STORE)).isFalse();
    }

    @Test
    void a_store_that_has_failed_is_left_alone_for_the_pause_and_then_asked_by_one() {
        health.recordLookupFailure(STORE);
        later(StoreHealth.RETRY_INTERVAL.minusMillis(1));
        assertThat(health.cached(STORE)).contains(false);

        later(Duration.ofMillis(1));
        assertThat(health.cached(STORE)).isEmpty();
        assertThat(health.cached(STORE)).contains(false);
    }

    @Test
    void one_who_asks_and_never_comes_back_does_not_keep_the_others_from_asking() {
        health.recordLookupFailure(STORE);
        later(StoreHealth.RETRY_INTERVAL);
        assertThat(health.cached(STORE)).isEmpty();

        later(StoreHealth.RETRY_INTERVAL.minusMillis(1));
        assertThat(health.cached(STORE)).contains(false);
        later(Duration.ofMillis(1));
        assertThat(health.cached(STORE)).isEmpty();
    }

    @Test
    void of_a_store_that_answered_the_others_ask_a_second_later() {
        health.recordAnswer(STORE);
        later(Duration.ofSeconds(1));
        assertThat(health.cached(STORE)).isEmpty();

        later(Duration.ofSeconds(1));
        assertThat(health.cached(STORE)).isEmpty();
    }

    @Test
    void that_one_cannot_be_reached_is_told_once_a_minute_too() {
        assertThat(health.recordUnreachable(STORE)).isTrue();
        assertThat(health.recordUnreachable(STORE)).isFalse();
    }

    @Test
    void a_failure_is_told_once_a_minute_however_often_it_comes_and_goes() {
        assertThat(health.recordLookupFailure(STORE)).isTrue();
        later(Duration.ofSeconds(30));
        assertThat(health.recordAnswer(STORE)).isTrue();
        assertThat(health.recordLookupFailure(STORE)).isFalse();
        assertThat(health.recordAnswer(STORE)).isFalse();
        assertThat(health.recordLookupFailure(STORE)).isFalse();

        later(Duration.ofSeconds(30));
        assertThat(health.recordLookupFailure(STORE)).isTrue();
    }

    @Test
    void one_store_says_nothing_of_another() {
        health.recordLookupFailure(STORE);

        assertThat(health.cached("another")).isEmpty();
        assertThat(health.recordLookupFailure("another")).isTrue();
    }

    @Test
    void what_nobody_has_asked_for_ten_minutes_is_forgotten() {
        health.recordLookupFailure(STORE);
        later(StoreHealth.RETRY_INTERVAL.plusMinutes(10));
        health.recordAnswer("another");
        assertThat(health.size()).isEqualTo(2);

        later(Duration.ofMillis(1));
        health.recordLookupFailure("a third");
        assertThat(health.size()).isEqualTo(2);
    }
}
