package com.mailup.keycloak.trialregistration;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A permutation of the numbers from 0 to size - 1 that depends on a secret: a Feistel network over the next power of
 * four. A number beyond the size is permuted again until it is within (cycle walking).
 */
record FeistelPermutation(String secret, int size) {

    private static final int ROUNDS = 6;
    private static final String ALGORITHM = "HmacSHA256";

    /** The number at this position of the permutation; each comes once. */
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
