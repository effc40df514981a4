package com.mailup.keycloak.load;

import com.mailup.keycloak.testbed.FileWork;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.util.JsonSerialization;

/** So many people, each with an address; none has a password, which nobody asks for who has forgotten it. */
record Population(int size) {

    static String email(String username) {
        return username + "@example.com";
    }

    List<String> usernames() {
        return IntStream.range(0, size)
                .mapToObj(number -> "m%08d".formatted(10_000_000 + number))
                .toList();
    }

    /** As {@code --import-realm} wants it. */
    Path file(String realm) {
        Path file = Repository.here().target().resolve(realm + "-users-0.json");
        List<UserRepresentation> users = usernames().stream()
                .map(name -> Person.named(name).withPassword(null).representation())
                .toList();
        FileWork.of(
                () -> Files.write(file, JsonSerialization.writeValueAsBytes(Map.of("realm", realm, "users", users))));
        return file;
    }
}
