package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.screens.ScreenCatalogue;
import com.mailup.keycloak.testbed.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.authentication.AuthenticatorFactory;

/** One slug per screen, the same in every dialect. The slugs are read off the factories, so none can be forgotten. */
class SlugTest {

    private static final String PACKAGE = "com.mailup.keycloak.";
    private static final Path ROOT = Repository.here().root();
    private static final Path THEME = Repository.here().themes().resolve("mailup");
    private static final Path TESTS = ROOT.resolve("providers/src/test/java/com/mailup/keycloak");
    private static final Path PAGES = ROOT.resolve("testbed/src/main/java/com/mailup/keycloak");

    static Stream<AuthenticatorFactory> steps() {
        return ServiceLoader.load(AuthenticatorFactory.class).stream()
                .filter(factory -> factory.type().getName().startsWith(PACKAGE))
                .map(ServiceLoader.Provider::get);
    }

    /** Steps without a page: no template, no messages, nothing to photograph. */
    private static final Set<String> SILENT = Set.of("throttle", "plan-landing");

    static Stream<String> slugs() {
        return steps().map(step -> step.getId().replaceFirst("^mailup-", ""));
    }

    static Stream<String> pages() {
        return slugs().filter(slug -> !SILENT.contains(slug));
    }

    static Stream<String> screens() {
        return Stream.of(ScreenCatalogue.values()).map(ScreenCatalogue::slug);
    }

    @Test
    void there_are_steps_to_check() {
        assertThat(slugs()).contains("login", "username-recovery", "password-reset");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void the_package_is_the_slug_without_hyphens(AuthenticatorFactory step) {
        String slug = step.getId().replaceFirst("^mailup-", "");

        assertThat(step.getClass().getPackageName()).isEqualTo(PACKAGE + slug.replace("-", ""));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_theme_has_its_template(String slug) {
        assertThat(List.of(
                        THEME.resolve("login/" + slug + ".ftl"), THEME.resolve("login/" + templateOf(slug) + ".ftl")))
                .anyMatch(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_language_has_its_messages_under_a_heading(String slug) throws IOException {
        for (String language : Repository.languages()) {
            assertThat(Files.readString(THEME.resolve("login/messages/messages_" + language + ".properties")))
                    .as(language)
                    .contains("\n# " + slug + "\n")
                    .containsPattern("(?m)^" + camelCase(slug) + "[A-Z]");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void it_has_a_page_object_and_a_journey(String slug) {
        Path folder = PAGES.resolve(slug.replace("-", ""));

        assertThat(TESTS.resolve(slug.replace("-", "")).resolve(pascalCase(slug) + "IT.java"))
                .exists();
        assertThat(List.of(
                        folder.resolve(pascalCase(slug) + "Page.java"),
                        folder.resolve(pascalCase(templateOf(slug)) + "Page.java")))
                .anyMatch(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void the_realm_has_a_step_of_that_name(String slug) throws IOException {
        assertThat(Files.readString(Repository.here().realm().get(0))).contains("\"mailup-" + slug + "\"");
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void the_readme_names_it(String slug) throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md"))).contains("`mailup-" + slug + "`");
    }

    @ParameterizedTest
    @MethodSource("screens")
    void every_screen_has_a_template_and_a_page_object(String screen) {
        assertThat(THEME.resolve("login/" + screen + ".ftl")).exists();
        assertThat(Repository.here().below("testbed/src/main/java", pascalCase(screen) + "Page\\.java"))
                .hasSize(1);
    }

    /** A screen that Keycloak has already keeps Keycloak's slug: password-reset shows login-reset-password. */
    private static String templateOf(String slug) {
        return slug.equals("password-reset") ? "login-reset-password" : slug;
    }

    private static String pascalCase(String slug) {
        return Stream.of(slug.split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .reduce("", String::concat);
    }

    private static String camelCase(String slug) {
        String pascal = pascalCase(slug);
        return Character.toLowerCase(pascal.charAt(0)) + pascal.substring(1);
    }
}
