package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The OpenID Connect side of the platform: code flow with a secret, PKCE, state and nonce. */
record OidcClient(String issuer, String id, String secret) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Keycloak's {@code auth}, {@code registrations} and {@code forgot-credentials} take the same parameters. */
    String start(String endpoint, PendingLogin visit, String redirectUri, Map<String, String> further) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", id);
        query.put("response_type", "code");
        query.put("scope", "openid");
        query.put("redirect_uri", redirectUri);
        query.put("state", visit.state());
        query.put("nonce", visit.nonce());
        query.put("code_challenge", visit.challenge());
        query.put("code_challenge_method", "S256");
        query.putAll(further);
        return endpoint(endpoint) + "?" + Encoded.form(query);
    }

    Optional<Tokens> exchange(String code, PendingLogin visit, String redirectUri) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", visit.verifier());
        return tokens(form)
                .filter(tokens ->
                        visit.nonce().equals(tokens.claims().path("nonce").asText()))
                .filter(tokens -> issuer.equals(tokens.claims().path("iss").asText()));
    }

    Optional<Tokens> refresh(Tokens old) {
        return tokens(Map.of("grant_type", "refresh_token", "refresh_token", old.refresh()));
    }

    /** Of the client's own account, not of a person. */
    String ownToken() {
        return tokens(Map.of("grant_type", "client_credentials"))
                .orElseThrow(() -> new AssertionError("The client has no account of its own"))
                .access();
    }

    JsonNode userinfo(Tokens tokens) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint("userinfo")))
                .header("Authorization", "Bearer " + tokens.access())
                .build();
        try {
            return Reply.json(HTTP.send(request, BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No answer from Keycloak", e);
        }
    }

    String logout(Tokens tokens, String returnTo) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("id_token_hint", tokens.id());
        query.put("post_logout_redirect_uri", returnTo);
        return endpoint("logout") + "?" + Encoded.form(query);
    }

    private Optional<Tokens> tokens(Map<String, String> form) {
        String login = id + ":" + secret;
        String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint("token")))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Encoded.form(form)))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return response.statusCode() == 200 ? Optional.of(Tokens.parse(response.body())) : Optional.empty();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("No answer from Keycloak", e);
        }
    }

    private String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }
}
