package com.mailup.keycloak.testbed;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A command with its output in a file; it and all its children end with {@link #close()} or with this JVM, however that ends. */
public final class ServerProcess implements Running {

    /**
     * Begins when it is told to, and never where the JVM has died before. Its own input is empty: Keycloak must not read
     * the terminal, nor wait for an input that never ends.
     */
    private static final List<String> WAITING = List.of("sh", "-c", "read -r go && exec \"$@\" </dev/null", "sh");

    private Process process;
    private final String command;
    private final Path log;
    private final Thread atExit = new Thread(this::kill);

    public ServerProcess(List<String> command, Map<String, String> environment, Path log) {
        this.command = command.get(0);
        this.log = log;
        List<String> line = new ArrayList<>(WAITING);
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        // First: a JVM that is on its way out refuses, and nothing is started that nobody would end.
        Runtime.getRuntime().addShutdownHook(atExit);
        start(builder);
    }

    /** What the JVM ends meanwhile has been started by then. */
    private synchronized void start(ProcessBuilder builder) {
        FileWork.of(() -> {
            process = builder.start();
            Watchdog.watch(process.pid());
            try (OutputStream input = process.getOutputStream()) {
                input.write('\n');
            }
        });
    }

    void awaitSuccess(Duration limit) {
        try {
            if (!endsWithin(limit) || process.exitValue() != 0) {
                throw failed("did not succeed");
            }
        } finally {
            close();
        }
    }

    /** Waits for its end, no longer than this. */
    public boolean endsWithin(Duration limit) {
        try {
            return process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw failed("was interrupted");
        }
    }

    /** The pause between two looks is itself the wait for an early end of the process. */
    void await(BooleanSupplier ready, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!ready.getAsBoolean()) {
                if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                    throw failed("ended before it was ready");
                }
                if (System.nanoTime() > end) {
                    throw failed("was not ready in " + limit.toSeconds() + " s");
                }
            }
        } catch (InterruptedException e) {
            throw failed("was interrupted");
        }
    }

    @Override
    public String log() {
        return Repository.read(log);
    }

    public static void forget(Path log) {
        FileWork.of(() -> {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.deleteIfExists(log);
        });
    }

    @Override
    public void stop() {
        process.destroy();
        process.onExit().join();
        close();
    }

    private NotStartedException failed(String how) {
        close();
        List<String> lines = log().lines().toList();
        String last = String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
        return new NotStartedException(command + " " + how + ". The last lines of " + log + ":\n" + last);
    }

    @Override
    public void close() {
        kill();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is on its way out and runs the hook itself.
        }
    }

    /** kc.sh starts Java as a child and forwards nothing when it is killed. */
    private synchronized void kill() {
        if (process == null) {
            return;
        }
        Watchdog.forget(process.pid());
        List<ProcessHandle> tree = process.descendants().toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        tree.forEach(child -> child.onExit().join());
        process.onExit().join();
    }
}
