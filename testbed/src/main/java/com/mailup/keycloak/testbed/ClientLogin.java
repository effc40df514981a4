package com.mailup.keycloak.testbed;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** A login at any client without a secret of a realm, and what its token endpoint says to anybody. */
public record ClientLogin(String issuer) {

    public static ClientLogin at(KeycloakServer server) {
        return new ClientLogin(server.realmUrl());
    }

    /** What the client gets when this person has signed in; its redirect URI may be any that the client accepts. */
    public Tokens signIn(String client, String redirectUri, Person person) {
        OidcClient platform = new OidcClient(issuer, client, "");
        PendingLogin visit = PendingLogin.to("");
        Visitor visitor = new Visitor();
        visitor.open(platform.start("auth", visit, redirectUri, Map.of()));
        String code = visitor.post(Map.of("username", person.username(), "password", person.password()))
                .location()
                .map(answer -> Encoded.parse(answer.getRawQuery()).get("code"))
                .orElseThrow(() -> new AssertionError(person.username() + " cannot sign in at " + client));
        return platform.exchange(code, visit, redirectUri).orElseThrow(() -> new AssertionError("No tokens"));
    }

    /** What the client gets for a refresh token of its own. */
    public Tokens refresh(String client, Tokens old) {
        return new OidcClient(issuer, client, "").refresh(old).orElseThrow(() -> new AssertionError("No tokens"));
    }

    /** The library would neither send a wrong grant nor show what is said to it. */
    public Reply ask(Map<String, String> form) {
        return new Visitor()
                .send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(Encoded.form(form))));
    }
}
