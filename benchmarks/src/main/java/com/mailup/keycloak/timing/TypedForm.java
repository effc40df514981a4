package com.mailup.keycloak.timing;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** What somebody types into a form; each form takes of it what it asks for. */
record TypedForm(String username, String email, String password) {

    private static final String WRONG_PASSWORD = "questa-non-e-la-parola";

    static TypedForm named(String username) {
        return new TypedForm(username, username + "@example.com", WRONG_PASSWORD);
    }

    TypedForm withEmail(String other) {
        return new TypedForm(username, other, password);
    }

    TypedForm withPassword(String other) {
        return new TypedForm(username, email, other);
    }

    /** Somebody new each time, whose name is as long as those of the {@link AccountPool}. */
    static Supplier<TypedForm> absent() {
        return () ->
                named("m%08d".formatted(50_000_000 + ThreadLocalRandom.current().nextInt(50_000_000)));
    }
}
