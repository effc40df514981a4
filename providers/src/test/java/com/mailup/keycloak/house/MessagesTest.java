package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.Texts;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every language says the same things. */
class MessagesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

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
            String shown = new MessageFormat(text).format(new Object[] {0, 1, 2, 3, 4});
            assertThat(shown).as(key).doesNotContain("''").doesNotContainPattern("\\{\\d");
        });
    }

    static Stream<String> languages() {
        return Repository.languages().stream();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_window_of_one_minute_is_said_without_a_number(String language) {
        Texts texts = new Texts("login", language);
        assertThat(texts.format("usernameRecoverySent", 3, 1)).doesNotContain("1");
        assertThat(texts.format("passwordResetSent", 20, 3, 1)).doesNotContain("1");
        assertThat(texts.format("trialRegistrationLimits", 3, 1)).doesNotContain("1");
        assertThat(texts.format("trialRegistrationSentAgain", 3, 1)).doesNotContain("1");
        assertThat(texts.format("usernameRecoverySent", 3, 15)).contains("3", "15");
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
                                        .map(found -> found.group(1))
                                        .collect(Collectors.toCollection(TreeSet::new)),
                                (one, other) -> one,
                                TreeMap::new));
    }
}
