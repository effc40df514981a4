package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which languages there are is said once, in the login theme; all else follows or is checked. */
class LanguagesTest {

    private static final List<String> LANGUAGES = Repository.languages();
    private static final Path ROOT = Repository.here().root();
    private static final Path EXCEPTIONS =
            ROOT.resolve("providers/src/test/resources/com/mailup/keycloak/house/same-as-english.properties");
    /** Two languages in a row, as a list of them would have, whatever is around each. */
    private static final Pattern LIST = list();

    private static Pattern list() {
        String tag = "\\b(" + String.join("|", LANGUAGES) + ")\\b";
        return Pattern.compile("[\"']" + tag + "[\"')]*, ?[\\w.]*\\(?[\"']?" + tag + "[\"')]|=" + tag + "," + tag);
    }

    @Test
    void the_realm_has_them_all() {
        assertThat(Repository.here().realmFile().path("supportedLocales"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(LANGUAGES);
        assertThat(Repository.here().realmFile().path("defaultLocale").asText()).isEqualTo(LANGUAGES.get(0));
    }

    @Test
    void the_console_has_the_same_labels_in_each() {
        JsonNode labels = Repository.here().realmFile().path("localizationTexts");

        assertThat(labels.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(LANGUAGES);
        assertThat(labels).extracting(LanguagesTest::keys).containsOnly(keys(labels.path(LANGUAGES.get(0))));
    }

    private static Set<String> keys(JsonNode labels) {
        Iterable<String> names = labels::fieldNames;
        return StreamSupport.stream(names.spliterator(), false).collect(Collectors.toSet());
    }

    static Stream<Texts> translations() {
        return Texts.all().filter(texts -> !texts.language().equals("en"));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void a_text_that_equals_the_english_one_is_listed_with_a_reason(Texts texts) {
        Map<String, String> english = texts.in("en").byKey();

        assertThat(texts.byKey().entrySet())
                .hasSizeGreaterThan(texts.type().equals("console") ? 10 : 100)
                .filteredOn(text -> text.getValue().equals(english.get(text.getKey())))
                .filteredOn(text -> !isListed(texts, text.getKey()))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("translations")
    void the_platform_has_the_keys_of_english_too(Texts texts) {
        assertThat(texts.byKey().keySet()).isEqualTo(texts.in("en").byKey().keySet());
    }

    private static boolean isListed(Texts texts, String key) {
        return Texts.read(EXCEPTIONS).entrySet().stream()
                .filter(exception -> matches(exception.getKey(), texts.type() + "." + key))
                .anyMatch(exception -> Set.of(exception.getValue().split(":")[0].split(" ")).stream()
                        .anyMatch(language -> language.equals("*") || language.equals(texts.language())));
    }

    /** What no text needs any more is taken off the list. */
    @Test
    void each_exception_is_needed() {
        assertThat(Texts.read(EXCEPTIONS).keySet())
                .allSatisfy(exception -> assertThat(translations()
                                .flatMap(texts -> same(texts).map(key -> texts.type() + "." + key)))
                        .as(exception)
                        .anyMatch(key -> matches(exception, key)));
    }

    private static Stream<String> same(Texts texts) {
        Map<String, String> english = texts.in("en").byKey();
        return texts.byKey().entrySet().stream()
                .filter(text -> text.getValue().equals(english.get(text.getKey())))
                .map(Map.Entry::getKey);
    }

    private static boolean matches(String pattern, String key) {
        return pattern.endsWith("*") ? key.startsWith(pattern.substring(0, pattern.length() - 1)) : key.equals(pattern);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List.of(\"it\", \"en\", \"es\")",
                "@ValueSource(strings = {\"en\", \"es\"})",
                "Locale.forLanguageTag(\"it\"), Locale.forLanguageTag(\"en\")",
                "locales=it,en,es",
                "values ('it', 'en')"
            })
    void such_a_list_would_be_found(String source) {
        assertThat(LIST.matcher(source).find()).isTrue();
    }

    @Test
    void no_other_list_stands_in_the_sources() {
        assertThat(sources())
                .hasSizeGreaterThan(300)
                .filteredOn(file -> LIST.matcher(Repository.read(file)).find())
                .extracting(file -> ROOT.relativize(file).toString())
                .isSubsetOf(
                        "themes/mailup/login/theme.properties",
                        "providers/src/test/java/com/mailup/keycloak/house/LanguagesTest.java");
    }

    private static List<Path> sources() {
        return Stream.of("providers/src", "platform/src", "testbed/src", "benchmarks/src", "demo/src", "themes", ".ci")
                .flatMap(folder ->
                        Repository.here()
                                .below(folder, ".+\\.(java|ftl|ftlh|html|js|css|yaml|properties|sql)")
                                .stream())
                .filter(file -> !file.toString().contains("messages"))
                .toList();
    }
}
