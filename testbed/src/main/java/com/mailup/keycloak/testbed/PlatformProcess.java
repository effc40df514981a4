package com.mailup.keycloak.testbed;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The platform's jar, started with its settings in the environment, as anybody would; it answers once this is made. */
public final class PlatformProcess implements AutoCloseable {

    /** What the platform needs of H2, as in its application.yaml. */
    private static final String H2 = "MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;LOCK_TIMEOUT=10000";

    /** A store in memory, which ends with the process. */
    public static final String IN_MEMORY = "jdbc:h2:mem:platform;DB_CLOSE_DELAY=-1;" + H2;

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final int port;
    private final ServerProcess process;

    /** By the time of this machine. */
    public PlatformProcess(int port, String client, String issuer, String database, Path log) {
        this(
                port,
                client,
                issuer,
                database,
                log,
                Map.of(),
                List.of("-jar", Repository.here().platformJar().toString()));
    }

    /** By a time that is so many seconds ahead as this file says. */
    static PlatformProcess travelling(int port, String client, String secret, String issuer, Path log, Path offset) {
        return new PlatformProcess(
                port,
                client,
                issuer,
                IN_MEMORY,
                log,
                Map.of("PLATFORM_TIME_OFFSET", offset.toString(), "PLATFORM_SECRET", secret),
                List.of(
                        "-Dloader.path=" + Repository.here().root().resolve("platform/target/test-only"),
                        "-cp",
                        Repository.here().platformJar().toString(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher"));
    }

    private PlatformProcess(
            int port,
            String client,
            String issuer,
            String database,
            Path log,
            Map<String, String> more,
            List<String> program) {
        this.port = port;
        ServerProcess.forget(log);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m"));
        command.addAll(program);
        Map<String, String> environment = new HashMap<>(Map.of(
                "PLATFORM_PORT",
                String.valueOf(port),
                "SERVER_ADDRESS",
                "localhost",
                "PLATFORM_CLIENT",
                client,
                "PLATFORM_SECRET",
                RelyingParty.SECRET,
                "PLATFORM_ISSUER",
                issuer,
                "PLATFORM_DB_URL",
                database));
        environment.putAll(more);
        process = new ServerProcess(command, environment, log);
        process.await(this::answers, TIMEOUT);
    }

    private boolean answers() {
        try (Socket there = new Socket("localhost", port)) {
            return there.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
