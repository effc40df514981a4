package com.mailup.keycloak.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Work on files and sockets of this machine: where it fails, so does what wanted it. */
public final class FileWork {

    private FileWork() {}

    public interface Read<T> {
        T run() throws IOException;
    }

    public interface Write {
        void run() throws IOException;
    }

    public static <T> T of(Read<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void of(Write work) {
        of(() -> {
            work.run();
            return null;
        });
    }
}
