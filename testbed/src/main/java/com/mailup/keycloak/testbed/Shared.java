package com.mailup.keycloak.testbed;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What several tests use: started when it is first asked for, and never again after a start that failed. */
final class Shared<T> {

    private final Supplier<T> start;
    private T started;
    private Throwable failure;

    Shared(Supplier<T> start) {
        this.start = start;
    }

    T get() {
        if (failure != null) {
            throw new IllegalStateException("It did not start for an earlier test", failure);
        }
        if (started == null) {
            try {
                started = start.get();
            } catch (RuntimeException | Error e) {
                failure = e;
                throw e;
            }
        }
        return started;
    }

    void ifStarted(Consumer<T> action) {
        Optional.ofNullable(started).ifPresent(action);
    }
}
