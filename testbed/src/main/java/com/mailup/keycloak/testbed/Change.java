package com.mailup.keycloak.testbed;

import jakarta.ws.rs.WebApplicationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A change of something in Keycloak for the time of a test: what is closed is taken back. */
public interface Change extends AutoCloseable {

    @Override
    void close();

    /** By parts of the client that are asked for each time: a server that was restarted has a new one. */
    static <T> Change of(Supplier<T> read, Consumer<T> write, Consumer<T> change) {
        T before = read.get();
        T after = read.get();
        change.accept(after);
        write(write, after);
        return () -> write(write, before);
    }

    /** The client's error for a refusal does not say what Keycloak said. */
    private static <T> void write(Consumer<T> write, T representation) {
        try {
            write.accept(representation);
        } catch (WebApplicationException refused) {
            String said = refused.getResponse().readEntity(String.class);
            throw new IllegalStateException(refused.getMessage() + " " + said, refused);
        }
    }
}
