package com.mailup.keycloak.timing;

/** One request by a new visitor each time; what it leaves to be done is done when it returns. */
interface Sampler {

    /** What the answer took, from the first byte sent to the last one read. */
    double millis();
}
