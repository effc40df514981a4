package com.mailup.keycloak.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.mailup.keycloak.testbed.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** So many people, each with an address; none has a password, which nobody asks for who has forgotten it. */
final class Population {

    private final int size;
    private final AtomicInteger next = new AtomicInteger();

    Population(int size) {
        this.size = size;
    }

    static String email(String username) {
        return username + "@example.com";
    }

    String next() {
        return name(next.getAndIncrement() % size);
    }

    /** As {@code --import-realm} wants it. */
    Path file(String realm) {
        List<Map<String, Object>> users = IntStream.range(0, size)
                .mapToObj(Population::name)
                .map(Population::user)
                .toList();
        Path file = Repository.here().target().resolve(realm + "-users-0.json");
        try {
            new ObjectMapper().writeValue(file.toFile(), Map.of("realm", realm, "users", users));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static String name(int number) {
        return "m%08d".formatted(10_000_000 + number);
    }

    private static Map<String, Object> user(String username) {
        return Map.of(
                "username",
                username,
                "email",
                email(username),
                "enabled",
                true,
                "emailVerified",
                true,
                "firstName",
                "Prova",
                "lastName",
                username);
    }
}
