package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Keycloak's admin API for one realm: paths below {@code /admin/realms/<realm>/}, JSON in and out. */
public final class AdminApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final KeycloakServer server;
    private final String realm;
    private String token = "";

    public AdminApi(KeycloakServer server, String realm) {
        this.server = server;
        this.realm = realm;
    }

    public AdminApi inRealm(String other) {
        return new AdminApi(server, other);
    }

    public JsonNode get(String path) {
        return json(call("GET", path, null).body());
    }

    /** The realm with its clients as an export writes it. */
    public JsonNode exported() {
        return json(call("POST", "partial-export?exportClients=true", null).body());
    }

    /** The id of what was created, where the answer names one. */
    public String post(String path, Object body) {
        Optional<String> created = call("POST", path, body).headers().firstValue("Location");
        return created.map(location -> location.substring(location.lastIndexOf('/') + 1))
                .orElse("");
    }

    public void put(String path, Object body) {
        call("PUT", path, body);
    }

    public void delete(String path) {
        call("DELETE", path, null);
    }

    /** The id of the new user. */
    public String create(Person person) {
        return post("users", person.representation());
    }

    public Optional<JsonNode> user(String username) {
        JsonNode found = get("users?exact=true&username=" + Encoded.text(username));
        return Optional.ofNullable(found.get(0));
    }

    public String userId(String username) {
        return user(username)
                .map(user -> user.get("id").asText())
                .orElseThrow(() -> new AssertionError("No user " + username));
    }

    public void deleteUser(String username) {
        delete("users/" + userId(username));
    }

    public JsonNode credentials(String username) {
        return get("users/" + userId(username) + "/credentials");
    }

    public void setPassword(String username, String password) {
        Map<String, Object> credential = Map.of("type", "password", "value", password, "temporary", false);
        put("users/" + userId(username) + "/reset-password", credential);
    }

    /** Failures counted and whether the account is locked: {@code numFailures}, {@code disabled}. */
    public JsonNode bruteForce(String username) {
        return get("attack-detection/brute-force/users/" + userId(username));
    }

    public void forgetFailures() {
        delete("attack-detection/brute-force/users");
    }

    public JsonNode sessions(String username) {
        return get("users/" + userId(username) + "/sessions");
    }

    public void logOut(String username) {
        post("users/" + userId(username) + "/logout", Map.of());
    }

    /** User events of this type, newest first. */
    public JsonNode events(String type) {
        return get("events?type=" + type);
    }

    public void forgetEvents() {
        delete("events");
    }

    /** Changes the realm for the time of a test; the answer is what takes the change back. */
    public AutoCloseable changedRealm(Consumer<ObjectNode> change) {
        JsonNode before = get("");
        ObjectNode after = before.deepCopy();
        change.accept(after);
        put("", after);
        return () -> put("", before);
    }

    private HttpResponse<String> call(String method, String path, Object body) {
        HttpResponse<String> response = send(request(method, path, body));
        if (response.statusCode() == 401) {
            // Never asked before, or too old; time travel ages a token too.
            token = freshToken();
            response = send(request(method, path, body));
        }
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    "%s %s: %d %s".formatted(method, path, response.statusCode(), response.body()));
        }
        return response;
    }

    private HttpRequest request(String method, String path, Object body) {
        String url = server.url() + "/admin/realms/" + realm + (path.isEmpty() ? "" : "/" + path);
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body));
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, content)
                .build();
    }

    private String freshToken() {
        Map<String, String> form = Map.of(
                "grant_type",
                "password",
                "client_id",
                "admin-cli",
                "username",
                KeycloakServer.ADMIN,
                "password",
                KeycloakServer.ADMIN);
        URI endpoint = URI.create(server.url() + "/realms/master/protocol/openid-connect/token");
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Encoded.form(form)))
                .build();
        return json(send(request).body()).path("access_token").asText();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No answer from Keycloak", e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not JSON: " + text, e);
        }
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
