package com.mailup.keycloak.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A command that ends by itself, and what it says. */
public record Command(Path folder, List<String> words) {

    private record Result(int code, String output) {}

    boolean succeeds() {
        try {
            return run().code() == 0;
        } catch (UncheckedIOException e) {
            // There is no such program.
            return false;
        }
    }

    public String output() {
        Result result = run();
        if (result.code() != 0) {
            throw new IllegalStateException(
                    "%s ended with %d:%n%s".formatted(String.join(" ", words), result.code(), result.output()));
        }
        return result.output();
    }

    private Result run() {
        try {
            Process process = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
