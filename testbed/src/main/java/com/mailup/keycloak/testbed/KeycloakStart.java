package com.mailup.keycloak.testbed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One start of a {@link KeycloakSetup}, from the unpacked zip to the moment it says that it is ready. */
final class KeycloakStart {

    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private final HttpClient http = HttpClient.newHttpClient();
    private final KeycloakSetup setup;
    private final Installation installation;
    private final int port;
    private final int management = FreePort.find();

    KeycloakStart(KeycloakSetup setup) {
        this.setup = setup;
        port = setup.port > 0 ? setup.port : FreePort.find();
        installation = new Installation(setup.repository.keycloak(), setup.folder);
        installation.providers(setup.jars);
    }

    KeycloakServer server() {
        ServerProcess.forget(setup.log);
        build();
        if (setup.buildOptions.contains("--db=dev-file") && !installation.hasEmptyDatabase()) {
            keepEmptyDatabase();
        }
        installation.reset(setup.imports);
        if (setup.database != null) {
            installation.unpackDatabase(setup.database);
        }
        ServerProcess process = start("--import-realm");
        return new KeycloakServer("http://localhost:" + port, "http://localhost:" + management, setup.realm(), process);
    }

    /** Only where it has not been built like this already. */
    void build() {
        if (!setup.development && !installation.builtWith(setup.buildOptions)) {
            new ServerProcess(command("build", setup.buildOptions), Map.of(), setup.log).awaitSuccess(TIMEOUT);
            installation.markBuiltWith(setup.buildOptions);
        }
    }

    /** Making the tables is half of a start: done once, with no realm of ours, and copied from then on. */
    private void keepEmptyDatabase() {
        installation.reset(List.of());
        start().stop();
        installation.keepEmptyDatabase();
    }

    private ServerProcess start(String... further) {
        List<String> options = new ArrayList<>(setup.development ? setup.buildOptions : List.of("--optimized"));
        if (!setup.development) {
            options.addAll(List.of("--http-enabled=true", "--hostname-strict=false"));
            // Lets each browser of a test have a client address of its own.
            options.addAll(List.of("--proxy-headers=xforwarded", "--proxy-trusted-addresses=127.0.0.1"));
        }
        options.addAll(List.of("--http-host=127.0.0.1", "--http-port=" + port));
        options.add("--http-management-port=" + management);
        // Health is asked ten times a second until it is good, and each time logs that it is not yet.
        options.add("--log-level=info,io.smallrye.health:error");
        options.addAll(setup.options);
        options.addAll(List.of(further));
        List<String> command = command(setup.development ? "start-dev" : "start", options);
        ServerProcess process = new ServerProcess(command, environment(), setup.log);
        process.await(this::ready, TIMEOUT);
        return process;
    }

    private List<String> command(String name, List<String> options) {
        List<String> command = new ArrayList<>(List.of(installation.command().toString(), name));
        command.addAll(options);
        return command;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(setup.environment);
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakServer.ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakServer.ADMIN);
        if (setup.development) {
            // Quick to start matters more than quick in the long run.
            environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        }
        return environment;
    }

    private boolean ready() {
        URI health = URI.create("http://localhost:" + management + "/health/ready");
        try {
            HttpRequest request = HttpRequest.newBuilder(health).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
