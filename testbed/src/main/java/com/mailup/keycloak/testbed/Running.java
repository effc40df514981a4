package com.mailup.keycloak.testbed;

/** A server that somebody has started: a process of this machine, or a container. */
interface Running extends AutoCloseable {

    /** All that it has printed so far. */
    String log();

    /** Tells it to end, and comes back when it has; what cannot be told is ended at once. */
    default void stop() {
        close();
    }

    /** Ends it at once, as a power cut would. */
    @Override
    void close();
}
