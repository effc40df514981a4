package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name says which class is meant: no two of ours have the same one, and none has that of one of Keycloak's that we use. */
class NamesTest {

    private static final Pattern KEYCLOAKS =
            Pattern.compile("(?m)^import (?:static )?org\\.keycloak\\.[a-z\\d.]+\\.([A-Z]\\w*)");

    private static final Set<String> COMMON = Set.of("Application", "Main", "package-info");

    /**
     * Twice on purpose. {@code Plan} is what both sides of the claim call it; {@code ./test} runs the {@code MessagesTest} of
     * every module; and the page object of the screen "error" is called like all the others.
     */
    private static final Set<String> TWICE = Set.of("Plan", "MessagesTest", "ErrorPage");

    private static Stream<Path> sources() {
        return Stream.of("providers", "platform", "testbed", "benchmarks", "demo")
                .flatMap(module -> Repository.here().below(module + "/src", ".+\\.java").stream());
    }

    private static List<String> names() {
        return sources()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .filter(name -> !COMMON.contains(name) && !TWICE.contains(name))
                .toList();
    }

    @Test
    void no_two_classes_have_the_same() {
        assertThat(names()).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }

    @Test
    void none_has_that_of_a_class_of_keycloaks() {
        List<String> keycloaks = sources()
                .flatMap(file -> KEYCLOAKS.matcher(Repository.read(file)).results())
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(keycloaks).contains("KeycloakSession");
        assertThat(names()).doesNotContainAnyElementsOf(keycloaks);
    }
}
