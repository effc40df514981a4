package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page that says what has been tried is about the tests that there are. */
class SecurityPageTest {

    private static final Pattern TEST = Pattern.compile("`([\\w.]+)` `(\\w+)`");

    private static List<String> rows() throws IOException {
        return Files.readAllLines(SecurityPage.FILE).stream()
                .filter(line -> line.matches("\\| " + AbuseCase.ID + " \\|.*"))
                .toList();
    }

    private static Stream<Attempt> tests(String row) {
        return TEST.matcher(row)
                .results()
                .map(test -> new Attempt(row.replaceAll("^\\| (\\w+).*", "$1"), test.group(1), test.group(2)));
    }

    @Test
    void it_has_every_case_of_the_catalogue_in_its_words() throws IOException {
        assertThat(AbuseCase.all()).hasSizeGreaterThan(60);
        assertThat(rows())
                .extracting(row -> row.replaceAll("^\\| (\\w+ \\| [^|]+) \\|.*", "$1"))
                .containsExactlyElementsOf(AbuseCase.all().stream()
                        .map(abuse -> abuse.id() + " | " + abuse.sentence())
                        .toList());
    }

    @Test
    void it_names_tests_that_exist_and_are_about_the_case() throws IOException {
        assertThat(rows().stream().flatMap(SecurityPageTest::tests))
                .isNotEmpty()
                .isSubsetOf(Attempt.all());
    }

    @Test
    void every_tag_is_that_of_a_case() {
        assertThat(Attempt.all()).isNotEmpty().extracting(Attempt::id).isSubsetOf(ids());
    }

    @Test
    void every_case_has_a_test() {
        assertThat(Attempt.all()).extracting(Attempt::id).containsAll(ids());
    }

    private static List<String> ids() {
        return AbuseCase.all().stream().map(AbuseCase::id).toList();
    }
}
