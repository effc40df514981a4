package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;

/** What a login earned the platform. */
public record Tokens(String access, String refresh, String id) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Tokens parse(String answer) {
        JsonNode tokens = read(answer.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new Tokens(
                tokens.path("access_token").asText(),
                tokens.path("refresh_token").asText(),
                tokens.path("id_token").asText());
    }

    /** Read without a look at the signature: the tokens came straight from the token endpoint. */
    public JsonNode claims() {
        return read(Base64.getUrlDecoder().decode(id.split("\\.")[1]));
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
