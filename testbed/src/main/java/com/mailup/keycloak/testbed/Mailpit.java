package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;

/** The mail catcher of {@code docker-compose.yml}, by its API. */
public record Mailpit(String url) {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** The text of the newest mail for this recipient, once there is one. */
    public String await(String recipient) {
        AtomicReference<String> text = new AtomicReference<>();
        Await.until("a mail has come", TIMEOUT, () -> {
            find(recipient).ifPresent(text::set);
            return text.get() != null;
        });
        return text.get();
    }

    private Optional<String> find(String recipient) {
        return StreamSupport.stream(get("/api/v1/messages").path("messages").spliterator(), false)
                .filter(mail -> mail.at("/To/0/Address").asText().equalsIgnoreCase(recipient))
                .findFirst()
                .map(mail -> get("/api/v1/message/" + mail.path("ID").asText())
                        .path("Text")
                        .asText());
    }

    private JsonNode get(String path) {
        return Reply.json(
                Http.send(HttpRequest.newBuilder(URI.create(url + path))).body());
    }
}
