package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.keycloak.util.JsonSerialization;

/**
 * An API of Keycloak by paths, as somebody's token opens it. The admin client cannot do this: it has no account API, and
 * throws where a refusal is what is tested.
 */
public record BearerApi(String base, String token) {

    public JsonNode get(String path) {
        return send("GET", path, null);
    }

    /** What Keycloak answers; anything but a success is an error that says what it said. */
    public JsonNode send(String method, String path, Object body) {
        HttpResponse<String> answer = answer(method, path, body);
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return Reply.json(answer.body());
    }

    /** @param body a tree, a map or a representation; {@code null} for none */
    public int status(String method, String path, Object body) {
        return answer(method, path, body).statusCode();
    }

    private HttpResponse<String> answer(String method, String path, Object body) {
        BodyPublisher content = body == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(FileWork.of(() -> JsonSerialization.writeValueAsString(body)));
        return Http.send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, content));
    }
}
