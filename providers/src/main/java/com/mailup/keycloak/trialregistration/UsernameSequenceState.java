package com.mailup.keycloak.trialregistration;

import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * How far a realm's numbers are.
 *
 * @param secret that mixes them
 * @param given how many have been given
 */
record UsernameSequenceState(String secret, int given) {

    private static final int SMALLEST = 100_000;

    static UsernameSequenceState first() {
        return new UsernameSequenceState(KeycloakModelUtils.generateId(), 0);
    }

    static UsernameSequenceState read(String written) {
        String[] parts = written.split(" ", 2);
        return new UsernameSequenceState(parts[0], Integer.parseInt(parts[1]));
    }

    String written() {
        return secret + " " + given;
    }

    UsernameSequenceState next() {
        return new UsernameSequenceState(secret, Math.addExact(given, 1));
    }

    /** The number whose turn it is: first all of six digits in mixed order, then all of seven, and so on. */
    int number() {
        int smallest = SMALLEST;
        int place = given;
        while (place >= 9 * smallest) {
            place -= 9 * smallest;
            smallest = Math.multiplyExact(smallest, 10);
        }
        return smallest + new FeistelPermutation(secret, 9 * smallest).place(place);
    }
}
