package com.mailup.keycloak.mailqueue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How many mails a realm's mail server is handed at once. */
class ServerCapacityTest {

    private static final String REALM = "realm";
    private static final Map<String, String> SETTINGS = Map.of("host", "mail.example.com");

    private Instant now = Instant.EPOCH;
    private final ServerCapacity capacity = new ServerCapacity(3, () -> now);

    private final Deque<ServerCapacity.Permit> permits = new ArrayDeque<>();

    private boolean acquire() {
        Optional<ServerCapacity.Permit> permit = capacity.tryAcquire(REALM, SETTINGS);
        permit.ifPresent(permits::push);
        return permit.isPresent();
    }

    private void acquire(int mails) {
        for (int i = 0; i < mails; i++) {
            assertThat(acquire()).isTrue();
        }
    }

    private void release(ServerState state) {
        permits.pop().release(state);
    }

    private void wait(Duration time) {
        now = now.plus(time);
    }

    private void fail() {
        acquire(1);
        release(ServerState.DOWN);
    }

    @Test
    void a_server_gets_as_many_mails_at_once_as_there_are_workers_and_a_place_is_free_again_after_each() {
        acquire(3);
        assertThat(acquire()).isFalse();
        assertThat(capacity.paused()).containsExactly(REALM);
        assertThat(capacity.tryAcquire("another realm", SETTINGS)).isPresent();

        release(ServerState.UP);

        assertThat(capacity.paused()).isEmpty();
        acquire(1);
    }

    @Test
    void a_server_that_does_not_answer_is_asked_with_one_mail_after_pauses_that_grow() {
        fail();
        assertThat(acquire()).isFalse();

        wait(Duration.ofSeconds(2));
        fail();
        wait(Duration.ofSeconds(2));
        assertThat(acquire()).isFalse();

        wait(Duration.ofSeconds(2));
        acquire(1);
        assertThat(acquire()).isFalse();
    }

    /** Its mails may be too old by now; but those of other realms come in between. */
    @Test
    void of_a_server_that_does_not_answer_some_mails_are_looked_at_each_second() {
        fail();
        assertThat(capacity.paused()).isEmpty();
        assertThat(acquire()).isFalse();
        assertThat(capacity.paused()).containsExactly(REALM);

        wait(Duration.ofSeconds(1));
        assertThat(capacity.paused()).isEmpty();

        wait(Duration.ofSeconds(1));
        acquire(1);
        assertThat(acquire()).isFalse();
        assertThat(capacity.paused()).containsExactly(REALM);
        release(ServerState.UP);
        assertThat(capacity.paused()).isEmpty();
    }

    @Test
    void mails_that_fail_together_are_one_failure() {
        acquire(3);
        for (int i = 0; i < 3; i++) {
            release(ServerState.DOWN);
        }

        wait(Duration.ofSeconds(2));
        acquire(1);
    }

    @Test
    void a_server_that_answers_again_gets_all_mails_at_once() {
        fail();
        wait(Duration.ofSeconds(2));
        acquire(1);
        release(ServerState.UP);

        acquire(3);
    }

    @Test
    void a_busy_server_gets_as_many_as_it_took_and_one_more_each_minute() {
        acquire(3);
        release(ServerState.BUSY);
        assertThat(acquire()).isFalse();

        release(ServerState.UP);
        acquire(1);
        assertThat(acquire()).isFalse();

        wait(Duration.ofMinutes(1).plusMillis(1));
        release(ServerState.UP);
        acquire(2);
        assertThat(acquire()).isFalse();
    }

    @Test
    void a_server_that_refuses_even_one_is_asked_after_a_pause() {
        acquire(1);
        release(ServerState.BUSY);
        assertThat(acquire()).isFalse();

        wait(Duration.ofSeconds(2));
        acquire(1);
    }

    @Test
    void other_settings_are_another_server() {
        acquire(3);
        release(ServerState.DOWN);

        assertThat(capacity.tryAcquire(REALM, Map.of("host", "other.example.com")))
                .isPresent();
        release(ServerState.DOWN);
        assertThat(capacity.downUntil(REALM)).isEmpty();
    }

    @Test
    void a_server_that_is_down_says_until_when() {
        assertThat(capacity.downUntil(REALM)).isEmpty();
        fail();
        assertThat(capacity.downUntil(REALM).orElseThrow()).isAfter(now);

        wait(Duration.ofSeconds(2));
        acquire(1);
        assertThat(capacity.downUntil(REALM)).contains(now.plusSeconds(1));
    }

    /** A mail for nobody says nothing of the mail server. */
    @Test
    void a_mail_that_was_not_handed_over_teaches_nothing() {
        fail();
        wait(Duration.ofSeconds(2));
        acquire(1);
        release(ServerState.UNKNOWN);

        acquire(1);
        assertThat(acquire()).isFalse();
    }
}
