package com.mailup.keycloak.testbed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A real Keycloak from the zip, with our jar and our realm imported, on a free port of this machine. */
public final class KeycloakServer implements AutoCloseable {

    static final String ADMIN = "admin";

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String realm;
    private final Path log;
    private final ServerProcess process;
    private boolean travelled;

    KeycloakServer(KeycloakSetup setup) {
        port = setup.port > 0 ? setup.port : FreePort.find();
        int management = FreePort.find();
        log = setup.log;
        realm = setup.realm();
        Installation installation = new Installation(setup.repository.keycloak(), setup.folder);
        installation.providers(setup.jars);
        installation.fresh(setup.imports);
        forgetOldLog();
        if (!setup.development) {
            build(installation, setup);
        }
        process = new ServerProcess(command(installation, setup, management), environment(setup), log);
        process.await(() -> ready(management), PATIENCE);
    }

    private void build(Installation installation, KeycloakSetup setup) {
        if (!installation.builtWith(setup.buildOptions)) {
            List<String> command =
                    new ArrayList<>(List.of(installation.command().toString(), "build"));
            command.addAll(setup.buildOptions);
            new ServerProcess(command, Map.of(), log).awaitSuccess(PATIENCE);
            installation.markBuiltWith(setup.buildOptions);
        }
    }

    private List<String> command(Installation installation, KeycloakSetup setup, int management) {
        List<String> command = new ArrayList<>(List.of(installation.command().toString()));
        if (setup.development) {
            command.add("start-dev");
            command.addAll(setup.buildOptions);
        } else {
            command.addAll(List.of("start", "--optimized", "--http-enabled=true", "--hostname-strict=false"));
            // Lets each browser of a test have a client address of its own.
            command.addAll(List.of("--proxy-headers=xforwarded", "--proxy-trusted-addresses=127.0.0.1"));
        }
        command.addAll(List.of("--import-realm", "--http-host=127.0.0.1", "--http-port=" + port));
        command.add("--http-management-port=" + management);
        // Health is asked ten times a second until it is good, and each time logs that it is not yet.
        command.add("--log-level=info,io.smallrye.health:error");
        command.addAll(setup.options);
        return command;
    }

    private static Map<String, String> environment(KeycloakSetup setup) {
        Map<String, String> environment = new HashMap<>(setup.environment);
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
        return environment;
    }

    public String url() {
        return "http://localhost:" + port;
    }

    public String realm() {
        return realm;
    }

    public String realmUrl() {
        return url() + "/realms/" + realm;
    }

    /** Sets the server's clock this far ahead of ours; {@code Duration.ZERO} brings it back. */
    public void travel(Duration ahead) {
        String offset = "{\"offset\":%d,\"caches\":true}".formatted(ahead.toSeconds());
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/realms/master/testing-timeoffset"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(offset))
                .build();
        HttpResponse<String> response = send(request);
        if (response.statusCode() >= 300) {
            throw new IllegalStateException("No time travel here: " + response.statusCode() + " " + response.body());
        }
        travelled = !ahead.isZero();
    }

    void returnToPresent() {
        if (travelled) {
            travel(Duration.ZERO);
        }
    }

    /** All that the server has printed so far. */
    public String log() {
        return process.log();
    }

    /** The process of kc.sh, for tests that pull the plug. */
    public long pid() {
        return process.pid();
    }

    private boolean ready(int management) {
        try {
            URI health = URI.create("http://localhost:" + management + "/health/ready");
            return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No answer from Keycloak", e);
        }
    }

    private void forgetOldLog() {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            Files.deleteIfExists(log);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write " + log, e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
