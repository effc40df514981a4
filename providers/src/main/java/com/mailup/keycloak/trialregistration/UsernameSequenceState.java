package com.mailup.keycloak.trialregistration;

import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The state of a realm's sequence of user names.
 *
 * @param secret that mixes them
 * @param issued how many have been issued
 */
record UsernameSequenceState(String secret, int issued) {

    private static final int FIRST_NUMBER = 100_000;

    static UsernameSequenceState first() {
        return new UsernameSequenceState(KeycloakModelUtils.generateId(), 0);
    }

    static UsernameSequenceState parse(String text) {
        String[] parts = text.split(" ", 2);
        return new UsernameSequenceState(parts[0], Integer.parseInt(parts[1]));
    }

    String serialized() {
        return secret + " " + issued;
    }

    UsernameSequenceState next() {
        return new UsernameSequenceState(secret, Math.addExact(issued, 1));
    }

    /** The next number: first all of six digits in permuted order, then all of seven, and so on. */
    int number() {
        int smallest = FIRST_NUMBER;
        int place = issued;
        while (place >= 9 * smallest) {
            place -= 9 * smallest;
            smallest = Math.multiplyExact(smallest, 10);
        }
        return smallest + new FeistelPermutation(secret, 9 * smallest).apply(place);
    }
}
