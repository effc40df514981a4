package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.Texts;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language says the same things. */
class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)[^}]*}");

    static Stream<Arguments> files() {
        return Stream.of("login", "email")
                .flatMap(type -> Repository.languages().stream().map(language -> Arguments.of(type, language)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_language_has_the_keys_and_placeholders_of_italian(String type, String language) {
        assertThat(placeholders(type, language)).isEqualTo(placeholders(type, "it"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_text_is_empty_or_breaks_the_formatter(String type, String language) {
        new Texts(type, language).byKey().forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            String shown = new MessageFormat(text).format(new Object[] {"a", "b", "c", "d", "e"});
            assertThat(shown).as(key).doesNotContain("''").doesNotContainPattern("\\{\\d");
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_apostrophe_is_doubled(String type, String language) {
        // A single one starts a quotation in MessageFormat: it vanishes, and so may the placeholders after it.
        new Texts(type, language)
                .byKey()
                .forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern("(?<!')'(?!')"));
    }

    private static Map<String, Set<String>> placeholders(String type, String language) {
        return new Texts(type, language)
                .byKey().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> PLACEHOLDER
                                        .matcher(entry.getValue())
                                        .results()
                                        .map(MatchResult::group)
                                        .collect(Collectors.toCollection(TreeSet::new)),
                                (one, other) -> one,
                                TreeMap::new));
    }
}
