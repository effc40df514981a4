package com.mailup.keycloak.testbed;

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

/** An API of Keycloak as somebody's token opens it: whatever is refused is an answer too. */
public record BearerApi(String base, String token) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    public JsonNode get(String path) {
        HttpResponse<String> answer = send("GET", path, null);
        if (answer.statusCode() != 200) {
            throw new AssertionError("GET " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return AdminCall.json(answer.body());
    }

    public int status(String method, String path, Object body) {
        return send(method, path, body).statusCode();
    }

    private HttpResponse<String> send(String method, String path, Object body) {
        try {
            BodyPublisher content =
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/json")
                            .method(method, content)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No answer from Keycloak", e);
        }
    }
}
