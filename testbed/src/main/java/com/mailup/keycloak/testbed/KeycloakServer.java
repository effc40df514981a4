package com.mailup.keycloak.testbed;

import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;

/** A real Keycloak, from the zip or in a container, with our jar and our realm imported, on a port of this machine. */
public final class KeycloakServer implements AutoCloseable {

    public static final String ADMIN = "admin";

    private final String url;
    private final String management;
    private final String realm;
    private final Running process;
    private boolean travelled;
    private Keycloak admin;

    KeycloakServer(String url, String management, String realm, Running process) {
        this.url = url;
        this.management = management;
        this.realm = realm;
        this.process = process;
    }

    public String url() {
        return url;
    }

    public String realm() {
        return realm;
    }

    public String realmUrl() {
        return url + "/realms/" + realm;
    }

    /** Keycloak's own client, signed in as the administrator. */
    synchronized Keycloak admin() {
        if (admin == null) {
            admin = KeycloakBuilder.builder()
                    .serverUrl(url)
                    .realm("master")
                    .clientId("admin-cli")
                    .username(ADMIN)
                    .password(ADMIN)
                    .resteasyClient(ClientBuilder.newBuilder()
                            .register(JacksonProvider.class, 100)
                            .connectTimeout(10, TimeUnit.SECONDS)
                            .readTimeout(1, TimeUnit.MINUTES)
                            .build())
                    .build();
        }
        return admin;
    }

    /** Sets the server's clock this far ahead of ours; {@code Duration.ZERO} brings it back. */
    public void travel(Duration ahead) {
        String offset = "{\"offset\":%d,\"caches\":true}".formatted(ahead.toSeconds());
        HttpResponse<String> response =
                Http.send(HttpRequest.newBuilder(URI.create(url + "/realms/master/testing-timeoffset"))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(offset)));
        if (response.statusCode() >= 300) {
            throw new IllegalStateException("No time travel here: " + response.statusCode() + response.body());
        }
        travelled = !ahead.isZero();
        // The client reckons the age of its token by the clock of this machine.
        admin().tokenManager().grantToken();
    }

    void returnToPresent() {
        if (travelled) {
            travel(Duration.ZERO);
        }
    }

    /** What Prometheus reads, by lines. */
    public Stream<String> metrics() {
        return Http.send(HttpRequest.newBuilder(URI.create(management + "/metrics")))
                .body()
                .lines();
    }

    /** The value of a metric such as {@code mailup_mail_dead}, all its tags together. */
    public double metric(String name) {
        return metric(name, "");
    }

    /** The same of those that carry a tag, such as {@code outcome="blocked"}. */
    public double metric(String name, String tag) {
        return metrics()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> line.contains(tag))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** All that the server has printed so far. */
    public String log() {
        return process.log();
    }

    /** Tells the server to end, as an administrator would, and comes back when it has. */
    public void stop() {
        process.stop();
    }

    /** Ends the server and all its children at once, as a power cut would. */
    @Override
    public void close() {
        try {
            process.close();
        } finally {
            if (admin != null) {
                // Its last request, to sign out, finds nobody.
                admin.close();
            }
        }
    }
}
