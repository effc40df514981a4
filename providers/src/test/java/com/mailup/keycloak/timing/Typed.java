package com.mailup.keycloak.timing;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** What somebody types into a form; each form takes of it what it asks for. */
record Typed(String username, String email, String password) {

    private static final String WRONG_PASSWORD = "questa-non-e-la-parola";

    static Typed named(String username) {
        return new Typed(username, username + "@example.com", WRONG_PASSWORD);
    }

    Typed withEmail(String other) {
        return new Typed(username, other, password);
    }

    Typed withPassword(String other) {
        return new Typed(username, email, other);
    }

    /** Somebody new each time, whose name is as long as those of the {@link Crowd}. */
    static Supplier<Typed> absent() {
        return () ->
                named("m%08d".formatted(50_000_000 + ThreadLocalRandom.current().nextInt(50_000_000)));
    }
}
