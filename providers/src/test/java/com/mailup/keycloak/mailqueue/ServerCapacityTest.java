package com.mailup.keycloak.mailqueue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How many mails a realm's mail server is handed at once. */
class ServerCapacityTest {

    private static final String REALM = "realm";

    private Instant now = Instant.EPOCH;
    private final ServerCapacity capacity = new ServerCapacity(3, () -> now);

    private void acquire(int mails) {
        for (int i = 0; i < mails; i++) {
            assertThat(capacity.tryAcquire(REALM)).isTrue();
        }
    }

    private void wait(Duration time) {
        now = now.plus(time);
    }

    private void fail() {
        acquire(1);
        capacity.release(REALM, ServerState.DOWN);
    }

    @Test
    void a_server_gets_as_many_mails_at_once_as_there_are_workers_and_a_place_is_free_again_after_each() {
        acquire(3);
        assertThat(capacity.tryAcquire(REALM)).isFalse();
        assertThat(capacity.full()).containsExactly(REALM);
        assertThat(capacity.tryAcquire("another realm")).isTrue();

        capacity.release(REALM, ServerState.UP);

        assertThat(capacity.full()).isEmpty();
        acquire(1);
    }

    @Test
    void a_server_that_does_not_answer_is_asked_with_one_mail_after_pauses_that_grow() {
        fail();
        assertThat(capacity.tryAcquire(REALM)).isFalse();

        wait(Duration.ofSeconds(2));
        fail();
        wait(Duration.ofSeconds(2));
        assertThat(capacity.tryAcquire(REALM)).isFalse();

        wait(Duration.ofSeconds(2));
        acquire(1);
        assertThat(capacity.tryAcquire(REALM)).isFalse();
    }

    /** Its mails are looked at, since they may be too old by now: only those of a server that answers wait unseen. */
    @Test
    void a_server_that_does_not_answer_is_not_full() {
        fail();
        wait(Duration.ofSeconds(2));
        acquire(1);

        assertThat(capacity.full()).isEmpty();
    }

    @Test
    void mails_that_fail_together_are_one_failure() {
        acquire(3);
        for (int i = 0; i < 3; i++) {
            capacity.release(REALM, ServerState.DOWN);
        }

        wait(Duration.ofSeconds(2));
        acquire(1);
    }

    @Test
    void a_server_that_answers_again_gets_all_mails_at_once() {
        fail();
        wait(Duration.ofSeconds(2));
        acquire(1);
        capacity.release(REALM, ServerState.UP);

        acquire(3);
    }

    @Test
    void a_busy_server_gets_as_many_as_it_took_and_one_more_each_minute() {
        acquire(3);
        capacity.release(REALM, ServerState.BUSY);
        assertThat(capacity.tryAcquire(REALM)).isFalse();

        capacity.release(REALM, ServerState.UP);
        acquire(1);
        assertThat(capacity.tryAcquire(REALM)).isFalse();

        wait(Duration.ofMinutes(1).plusMillis(1));
        capacity.release(REALM, ServerState.UP);
        acquire(2);
        assertThat(capacity.tryAcquire(REALM)).isFalse();
    }

    @Test
    void a_server_that_refuses_even_one_is_still_asked_with_one() {
        acquire(1);
        capacity.release(REALM, ServerState.BUSY);

        acquire(1);
        assertThat(capacity.tryAcquire(REALM)).isFalse();
    }
}
