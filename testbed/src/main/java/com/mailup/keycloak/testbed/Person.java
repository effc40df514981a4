package com.mailup.keycloak.testbed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

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

    /** Somebody whom no other test knows. */
    public static Person any() {
        return named("m" + UUID.randomUUID());
    }

    public static List<Person> many(int count) {
        return Stream.generate(Person::any).limit(count).toList();
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

    public Person withPlan(String plan, Instant end) {
        return withAttribute("plan", plan).withAttribute("planEndsAt", end.toString());
    }

    public Person withAttributes(String name, List<String> values) {
        Map<String, List<String>> more = new TreeMap<>(attributes);
        more.put(name, values);
        return new Person(username, email, enabled, emailVerified, password, requiredActions, more);
    }

    /** As the admin API takes it. */
    public UserRepresentation representation() {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(username);
        user.setEmail(email);
        user.setEnabled(enabled);
        user.setEmailVerified(emailVerified);
        user.setFirstName("Prova");
        user.setLastName(username);
        user.setRequiredActions(requiredActions);
        user.setAttributes(attributes);
        user.setCredentials(password == null ? null : List.of(credential(password)));
        return user;
    }

    /** A password as it is typed, for good. */
    public static CredentialRepresentation credential(String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(false);
        return credential;
    }
}
