package com.mailup.keycloak.trialregistration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The numbers from 0 to size in an order that only the secret tells (a Feistel network over the next power of four; numbers
 * beyond the size walk on until they are within it).
 */
record FeistelPermutation(String secret, int size) {

    private static final int ROUNDS = 6;
    private static final String ALGORITHM = "HmacSHA256";

    /** Where this number comes to stand: no two share a place. */
    int apply(int number) {
        int permuted = permute(number);
        while (permuted >= size) {
            permuted = permute(permuted);
        }
        return permuted;
    }

    private int permute(int number) {
        int half = (Integer.SIZE - Integer.numberOfLeadingZeros(size - 1) + 1) / 2;
        int mask = (1 << half) - 1;
        int left = number >>> half;
        int right = number & mask;
        for (int round = 0; round < ROUNDS; round++) {
            int next = left ^ roundFunction(round, right) & mask;
            left = right;
            right = next;
        }
        return left << half | right;
    }

    private int roundFunction(int round, int half) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(12)
                            .putInt(size)
                            .putInt(round)
                            .putInt(half)
                            .array()))
                    .getInt();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
