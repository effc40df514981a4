package com.mailup.keycloak.testbed;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An account to create: enabled, with a verified address and a password, unless said otherwise. */
public record Person(
        String username,
        String email,
        boolean enabled,
        boolean emailVerified,
        String password,
        List<String> requiredActions,
        Map<String, List<String>> attributes) {

    public static final String PASSWORD = "una-parola-di-prova-42";

    public static Person named(String username) {
        return new Person(username, username + "@example.com", true, true, PASSWORD, List.of(), Map.of());
    }

    public Person withEmail(String other) {
        return new Person(username, other, enabled, emailVerified, password, requiredActions, attributes);
    }

    public Person disabled() {
        return new Person(username, email, false, emailVerified, password, requiredActions, attributes);
    }

    public Person withUnverifiedEmail() {
        return new Person(username, email, enabled, false, password, requiredActions, attributes);
    }

    /** {@code null} for none. */
    public Person withPassword(String other) {
        return new Person(username, email, enabled, emailVerified, other, requiredActions, attributes);
    }

    public Person withRequiredActions(String... actions) {
        return new Person(username, email, enabled, emailVerified, password, List.of(actions), attributes);
    }

    public Person withAttribute(String name, String value) {
        return withAttributes(name, List.of(value));
    }

    public Person withAttributes(String name, List<String> values) {
        Map<String, List<String>> more = new TreeMap<>(attributes);
        more.put(name, values);
        return new Person(username, email, enabled, emailVerified, password, requiredActions, more);
    }

    Map<String, Object> representation() {
        Map<String, Object> user = new TreeMap<>(Map.of(
                "username", username,
                "enabled", enabled,
                "emailVerified", emailVerified,
                "firstName", "Prova",
                "lastName", username,
                "requiredActions", requiredActions,
                "attributes", attributes));
        if (email != null) {
            user.put("email", email);
        }
        if (password != null) {
            user.put("credentials", List.of(Map.of("type", "password", "value", password, "temporary", false)));
        }
        return user;
    }
}
