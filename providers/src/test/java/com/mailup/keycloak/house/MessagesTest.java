package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Repository;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
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
    void every_language_has_the_keys_and_placeholders_of_italian(String type, String language) throws IOException {
        assertThat(placeholders(type, language)).isEqualTo(placeholders(type, "it"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void no_text_is_empty_or_breaks_the_formatter(String type, String language) throws IOException {
        messages(type, language).forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            String shown = new MessageFormat(text).format(new Object[] {"a", "b", "c", "d", "e"});
            assertThat(shown).as(key).doesNotContain("''").doesNotContainPattern("\\{\\d");
        });
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_apostrophe_is_doubled(String type, String language) throws IOException {
        // A single one starts a quotation in MessageFormat: it vanishes, and so may the placeholders after it.
        messages(type, language).forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern("(?<!')'(?!')"));
    }

    private static Map<String, Set<String>> placeholders(String type, String language) throws IOException {
        return messages(type, language).entrySet().stream()
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

    private static Map<String, String> messages(String type, String language) throws IOException {
        Path file =
                Repository.here().themes().resolve("mailup/" + type + "/messages/messages_" + language + ".properties");
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }
}
