package com.mailup.keycloak.testbed;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** A real, empty PostgreSQL that can be killed and comes back with its data on the same port. */
public final class Postgres implements AutoCloseable {

    static final String USER = "postgres";

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    /** It reports what it is told to do as errors: a postmaster that was killed cannot be stopped. */
    private static final Logger LIBRARY = Logger.getLogger("io.zonky.test.db.postgres");

    private final int port = FreePort.find();
    private final Path data;
    private EmbeddedPostgres running;
    private long postmaster;

    Postgres(Path data) {
        this.data = data;
        LIBRARY.setLevel(Level.OFF);
        FileWork.of(() -> {
            FolderTree.delete(data);
            Files.createDirectories(data);
        });
        start();
    }

    /** Of this name; several can run side by side. */
    public static Postgres named(String name) {
        return new Postgres(Repository.here()
                .target()
                .resolve("servers")
                .resolve(name + "-postgres")
                .toAbsolutePath());
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    public void execute(String command) {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a query for one number finds. */
    public long number(String query) {
        try (Connection connection = running.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return found.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** SIGKILL for the postmaster and all its children, as a power cut would. */
    public void kill() {
        Watchdog.forget(postmaster);
        ProcessHandle process = ProcessHandle.of(postmaster).orElseThrow();
        // The postmaster first: it would start anew what dies before it.
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(it -> it.onExit().join());
    }

    /** On the data that the killed one left. */
    public void restart() {
        close();
        start();
    }

    private void start() {
        Redirect log = Redirect.appendTo(Path.of(data + ".log").toFile());
        FileWork.of(() -> {
            running = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(TIMEOUT)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    // As in production: the library would have it forget what it has just confirmed.
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("fsync", "on")
                    // Two nodes with Keycloak's default pool of 100 each.
                    .setServerConfig("max_connections", "250")
                    .start();
            // Its process id is the first line, as pg_ctl reads it.
            postmaster = Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0));
            Watchdog.watch(postmaster);
        });
    }

    @Override
    public void close() {
        Watchdog.forget(postmaster);
        FileWork.of(() -> running.close());
    }
}
