package com.mailup.keycloak.timing;

/** Two sorts of people at one form whose answers must take the same time. */
record Case(String name, Sampler one, Sampler other) {}
