package com.mailup.keycloak.timing;

/**
 * How many pairs of samples a comparison takes.
 *
 * @param warmUp taken first and thrown away
 * @param step taken between two looks at the result
 * @param limit after which a comparison that nothing has decided ends
 */
record Pace(int warmUp, int step, int limit) {

    int people() {
        return warmUp + limit;
    }

    /** How many addresses it takes so that none is asked for more than three times, as often as one may. */
    int addresses() {
        return people() / 3 + 1;
    }
}
