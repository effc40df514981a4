package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** Calls to one realm's admin API, with the token that they need. */
final class AdminCall {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;
    private final String realm;
    private String token = "";

    AdminCall(String server, String realm) {
        this.server = server;
        this.realm = realm;
    }

    /** Anything but a success is an error that says what Keycloak said. */
    HttpResponse<String> send(String method, String path, Object body) {
        return sendTo("/admin/realms/" + realm + (path.isEmpty() ? "" : "/" + path), method, body);
    }

    /** Reads what belongs to no realm. */
    HttpResponse<String> sendTo(String path) {
        return sendTo(path, "GET", null);
    }

    HttpResponse<String> sendTo(String path, String method, Object body) {
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
        String url = server + path;
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text(body));
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
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
        URI endpoint = URI.create(server + "/realms/master/protocol/openid-connect/token");
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

    static JsonNode json(String text) {
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
