package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.util.Optional;

/** What a login earned the platform. */
public record Tokens(String access, String refresh, String id) {

    /** A client that gets tokens for itself gets an access token only. */
    static Tokens of(OIDCTokens tokens) {
        String refresh = Optional.ofNullable(tokens.getRefreshToken())
                .map(RefreshToken::getValue)
                .orElse("");
        return new Tokens(tokens.getAccessToken().getValue(), refresh, tokens.getIDTokenString());
    }

    /** Read without a look at the signature: the tokens came straight from the token endpoint. */
    public JsonNode claims() {
        return Reply.json(new Base64URL(id.split("\\.")[1]).decodeToString());
    }
}
