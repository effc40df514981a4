package com.mailup.keycloak.timing;

import com.mailup.keycloak.testbed.Await;
import java.time.Duration;

/** Two sorts of people at one form whose answers must take the same time. */
record Case(String name, Sampler one, Sampler other) {

    /** Twice as long as a mail waits for its worker. */
    private static final Duration REST = Duration.ofMillis(100);

    /**
     * The same after a rest. A mail that has just arrived leaves its row to be deleted and a machine that has idled: the
     * next request would take longer, and next to those who get a mail come mostly those who get none.
     */
    Case rested() {
        return new Case(name, rested(one), rested(other));
    }

    private static Sampler rested(Sampler sampler) {
        return () -> {
            Await.pause(REST);
            return sampler.millis();
        };
    }
}
