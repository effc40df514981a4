package com.mailup.keycloak.testbed;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;

/** A login at any client without a secret of a realm, and what its token endpoint says to anybody. */
public record ClientLogin(String issuer) {

    public static ClientLogin at(KeycloakServer server) {
        return new ClientLogin(server.realmUrl());
    }

    /** What the client gets when this person has signed in; its redirect URI may be any that the client accepts. */
    public Tokens signIn(String client, String redirectUri, Person person) {
        PendingLogin visit = PendingLogin.to("");
        Visitor visitor = new Visitor();
        visitor.open(new OidcClient(issuer, client, "").start("auth", visit, redirectUri, Map.of()));
        URI answer = visitor.post(Map.of("username", person.username(), "password", person.password()))
                .location()
                .orElseThrow(() -> new AssertionError(person.username() + " cannot sign in at " + client));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("client_id", client);
        form.put("code", Encoded.parse(answer.getRawQuery()).getOrDefault("code", "none"));
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", visit.verifier());
        return tokens(ask(form));
    }

    /** What the client gets for a refresh token of its own. */
    public Tokens refresh(String client, Tokens old) {
        return tokens(ask(Map.of("grant_type", "refresh_token", "client_id", client, "refresh_token", old.refresh())));
    }

    public Reply ask(Map<String, String> form) {
        return new Visitor()
                .send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Encoded.form(form))));
    }

    private static Tokens tokens(Reply answer) {
        if (answer.status() != 200) {
            throw new AssertionError("No tokens: " + answer.status() + " " + answer.body());
        }
        return Tokens.parse(answer.body());
    }
}
