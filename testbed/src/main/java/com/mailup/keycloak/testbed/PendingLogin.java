package com.mailup.keycloak.testbed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A login that the platform has begun: where it is to end and the secrets that tie its answer to this browser. */
record PendingLogin(String destination, String state, String nonce, String verifier) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static PendingLogin to(String destination) {
        return new PendingLogin(destination, random(), random(), random());
    }

    String challenge() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return text(digest.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
