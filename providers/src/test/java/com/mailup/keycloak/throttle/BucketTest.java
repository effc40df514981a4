package com.mailup.keycloak.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SingleUseObjectProvider;

/** The arithmetic of slots; Keycloak's cache has its part in ThrottleIT and ClusterIT. */
class BucketTest {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private static final String NOTE = "mailup-throttle.limit\nsubject.latest.0";

    private final Bucket bucket = new Bucket("limit", "subject", 3, WINDOW);
    private final MemorySlots slots = new MemorySlots();
    private final SingleUseObjectProvider store = slots.provider();

    private boolean take() {
        return bucket.take(store, UnaryOperator.identity()).isPresent();
    }

    @Test
    void a_window_has_as_many_slots_as_the_limit() {
        assertThat(take() && take() && take()).isTrue();
        assertThat(bucket.hasFreeSlot(store, UnaryOperator.identity())).isFalse();
        assertThat(take()).isFalse();
    }

    @Test
    void each_slot_is_free_again_when_the_window_has_passed_since_it_was_taken() {
        take();
        slots.pass(WINDOW.dividedBy(2));
        assertThat(take() && take()).isTrue();
        slots.pass(WINDOW.dividedBy(2));

        assertThat(take()).isTrue();
        assertThat(take()).isFalse();

        slots.pass(WINDOW.multipliedBy(2));
        assertThat(take() && take() && take()).isTrue();
        assertThat(take()).isFalse();
    }

    /** Two nodes that took a slot each may note their numbers in the other order, or the note may be lost. */
    @Test
    void an_old_note_costs_a_look_more_and_no_slot() {
        take();
        Map<String, String> old = store.get(NOTE);
        take();
        store.put(NOTE, WINDOW.toSeconds(), old);

        assertThat(take()).isTrue();
        store.remove(NOTE);
        assertThat(take()).isFalse();
    }

    @Test
    void a_request_looks_at_few_slots_whatever_the_limit() {
        Bucket large = new Bucket("limit", "subject", 9_999, WINDOW);
        for (int i = 0; i < 5_000; i++) {
            large.take(store, UnaryOperator.identity());
        }
        slots.calls();

        large.take(store, UnaryOperator.identity());

        assertThat(slots.calls()).isLessThanOrEqualTo(5);
    }
}
