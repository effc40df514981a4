package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The OpenID Connect side of a client: code flow with PKCE, state and nonce, and with a secret unless that is empty. */
record OidcClient(String issuer, String id, String secret) {

    /** Keycloak's {@code auth}, {@code registrations} and {@code forgot-credentials} take the same parameters. */
    String start(String endpoint, PendingLogin visit, String redirectUri, Map<String, String> further) {
        Map<String, String> query = new LinkedHashMap<>();
        new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid"), new ClientID(id), URI.create(redirectUri))
                .state(visit.state())
                .nonce(visit.nonce())
                .codeChallenge(visit.verifier(), CodeChallengeMethod.S256)
                .build()
                .toParameters()
                .forEach((name, values) -> query.put(name, values.get(0)));
        // Whatever a test wants, be it what the library would refuse.
        query.putAll(further);
        return endpoint(endpoint) + "?" + Encoded.form(query);
    }

    /** The library would compare the times of the ID token with the clock of this machine, and tests travel in time. */
    Optional<Tokens> exchange(String code, PendingLogin visit, String redirectUri) {
        return tokens(new AuthorizationCodeGrant(
                        new AuthorizationCode(code), URI.create(redirectUri), visit.verifier()))
                .filter(tokens -> visit.nonce()
                        .getValue()
                        .equals(tokens.claims().path("nonce").asText()))
                .filter(tokens -> issuer.equals(tokens.claims().path("iss").asText()));
    }

    Optional<Tokens> refresh(Tokens old) {
        return tokens(new RefreshTokenGrant(new RefreshToken(old.refresh())));
    }

    /** Of the client's own account, not of a person. */
    String ownToken() {
        return tokens(new ClientCredentialsGrant())
                .orElseThrow(() -> new AssertionError("The client has no account of its own"))
                .access();
    }

    JsonNode userinfo(Tokens tokens) {
        BearerAccessToken token = new BearerAccessToken(tokens.access());
        return FileWork.of(() ->
                Reply.json(send(new UserInfoRequest(URI.create(endpoint("userinfo")), token).toHTTPRequest())
                        .getBody()));
    }

    String logout(Tokens tokens, String returnTo) {
        return endpoint("logout") + "?"
                + Encoded.form(Map.of("id_token_hint", tokens.id(), "post_logout_redirect_uri", returnTo));
    }

    private Optional<Tokens> tokens(AuthorizationGrant grant) {
        URI endpoint = URI.create(endpoint("token"));
        ClientID client = new ClientID(id);
        TokenRequest request = secret.isEmpty()
                ? new TokenRequest.Builder(endpoint, client, grant).build()
                : new TokenRequest.Builder(endpoint, new ClientSecretBasic(client, new Secret(secret)), grant).build();
        try {
            HTTPResponse answer = send(request.toHTTPRequest());
            if (!answer.indicatesSuccess() && answer.getStatusCode() != HTTPResponse.SC_BAD_REQUEST) {
                throw new IllegalStateException(answer.getStatusCode() + " " + answer.getBody());
            }
            return answer.indicatesSuccess()
                    ? Optional.of(Tokens.of(OIDCTokenResponse.parse(answer).getOIDCTokens()))
                    : Optional.empty();
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("No answer from Keycloak", e);
        }
    }

    /** A server that hangs fails its test, and does not hold the run for ever. */
    private static HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(10_000);
        request.setReadTimeout(60_000);
        return request.send();
    }

    private String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }
}
