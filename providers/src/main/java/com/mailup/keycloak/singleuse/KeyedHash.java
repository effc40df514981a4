package com.mailup.keycloak.singleuse;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.SignatureException;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.crypto.SignatureSignerContext;
import org.keycloak.models.KeycloakSession;

/**
 * Turns a text into a key for Keycloak's single-use objects by an HMAC with the realm's secret, so that the key does
 * not reveal the text.
 */
public final class KeyedHash implements UnaryOperator<String> {

    private final String realm;
    private final SignatureSignerContext secret;

    public KeyedHash(KeycloakSession session) {
        realm = session.getContext().getRealm().getId();
        secret = session.getProvider(SignatureProvider.class, Algorithm.HS512).signer();
    }

    @Override
    public String apply(String text) {
        byte[] bytes = (realm + "\n" + text).getBytes(StandardCharsets.UTF_8);
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(secret.sign(bytes));
        } catch (SignatureException e) {
            throw new IllegalStateException("The realm has no secret to sign with", e);
        }
    }
}
