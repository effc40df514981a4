package com.mailup.keycloak.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The platform of this repository, as its jar starts: Spring Security as it comes, and a client of its own. */
public final class SpringPlatform implements AutoCloseable {

    private static final String CLIENT = "spring";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final int port = FreePort.find();
    private final AdminApi admin;
    private final String client;
    private final AutoCloseable mayWritePlans;
    private final ServerProcess process;

    public SpringPlatform(KeycloakServer server, AdminApi admin) {
        this.admin = admin;
        client = admin.post("clients", client());
        mayWritePlans = admin.changedPolicyClients("the platform", client);
        process = new ServerProcess(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-jar",
                        jar().toString()),
                Map.of(
                        "PLATFORM_PORT",
                        String.valueOf(port),
                        "PLATFORM_CLIENT",
                        CLIENT,
                        "PLATFORM_SECRET",
                        RelyingParty.SECRET,
                        "PLATFORM_ISSUER",
                        server.realmUrl(),
                        "PLATFORM_DB_URL",
                        "jdbc:h2:mem:platform;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;LOCK_TIMEOUT=10000"),
                Repository.here().target().resolve("spring-platform.log"));
        process.await(this::answers, PATIENCE);
    }

    public String home() {
        return "http://localhost:" + port + "/";
    }

    private Map<String, Object> client() {
        return Map.of(
                "clientId", CLIENT,
                "secret", RelyingParty.SECRET,
                "serviceAccountsEnabled", true,
                "rootUrl", home().replaceFirst("/$", ""),
                "baseUrl", "/",
                "redirectUris",
                        List.of(
                                home(),
                                home() + "login/oauth2/code/mailup",
                                home() + "acquisto",
                                home() + "abbonamento"),
                "attributes", Map.of("pkce.code.challenge.method", "S256", "post.logout.redirect.uris", home()),
                "defaultClientScopes", List.of("basic", "acr", "profile", "email", "plan"),
                "protocolMappers",
                        List.of(Map.of(
                                "name", "addresses",
                                "protocol", "openid-connect",
                                "protocolMapper", "mailup-application",
                                "config", Map.of("landing.trial", "/acquisto", "landing.active", "/abbonamento"))));
    }

    private boolean answers() {
        try (Socket there = new Socket("localhost", port)) {
            return there.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path jar() {
        try (Stream<Path> files = Files.list(Repository.here().root().resolve("platform/target"))) {
            return files.filter(file -> file.getFileName().toString().matches("mailup-platform-.+\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No platform yet: mvn package packs it"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.close();
        try {
            mayWritePlans.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        admin.delete("clients/" + client);
    }
}
