package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The name, claim and colour of the brand stand once for pages and mails, and once for the platform. */
class BrandTest {

    private static final Path ROOT = Repository.here().root();
    private static final Map<String, String> BRAND = Texts.read(ROOT.resolve("themes/mailup/common/theme.properties"));

    static Stream<Texts> texts() {
        return Texts.all();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void no_text_says_the_name(Texts texts) {
        assertThat(texts.byKey().values()).noneMatch(text -> text.contains(BRAND.get("brand")));
    }

    /** The realm file does, since Keycloak imports it as it is. */
    @Test
    void no_other_file_says_name_or_claim() {
        assertThat(
                        Stream.of(
                                        "themes/mailup",
                                        "platform/src/main",
                                        "providers/src/main",
                                        "demo/src/main",
                                        "testbed/src/main",
                                        "realm-export")
                                .flatMap(folder -> Repository.here()
                                        .below(folder, ".+\\.(java|ftl|html|js|css|json|yaml|properties|svg|sql)")
                                        .stream()))
                .filteredOn(file -> {
                    String text = Repository.read(file);
                    return text.contains(BRAND.get("brand")) || text.contains(BRAND.get("brandClaim"));
                })
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrder("theme.properties", "brand.properties", "mailup-realm.json");
    }

    /** Style sheets know no theme properties: there it stands again, and must be the same. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "themes/mailup/login/resources/css/mailup.css",
                "platform/src/main/resources/static/platform.css",
                "platform/src/main/resources/static/favicon.svg"
            })
    void its_colour_is_that_of_mails(String file) {
        assertThat(Repository.read(ROOT.resolve(file))).contains(BRAND.get("brandColor"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"themes/mailup/login/resources/css/mailup.css", "platform/src/main/resources/static/platform.css"
            })
    void on_dark_ground_too(String file) {
        assertThat(Repository.read(ROOT.resolve(file))).contains("--link: " + BRAND.get("brandColorDark"));
    }

    @Test
    void pages_and_platform_have_the_same_colours() {
        assertThat(palette("platform/src/main/resources/static/platform.css"))
                .isNotEmpty()
                .isEqualTo(palette("themes/mailup/login/resources/css/mailup.css"));
    }

    private static List<String> palette(String file) {
        return found("--[a-z]+: #[0-9a-f]{3,6}", ROOT.resolve(file)).toList();
    }

    private static Stream<String> found(String pattern, Path file) {
        return Pattern.compile(pattern).matcher(Repository.read(file)).results().map(MatchResult::group);
    }

    /** Mails, pictures and PDFs know no style sheet: they repeat its colours. */
    @Test
    void every_colour_is_one_of_the_palette() {
        List<String> palette = palette("themes/mailup/login/resources/css/mailup.css").stream()
                .map(BrandTest::colour)
                .toList();

        assertThat(Stream.of("themes", "platform/src/main")
                        .flatMap(folder -> Repository.here().below(folder, ".+\\.(ftl|html|svg)").stream()))
                .isNotEmpty()
                // &#8217; is a letter.
                .allSatisfy(file -> assertThat(
                                found("(?<!&)#([0-9a-fA-F]{3}){1,2}\\b", file).map(BrandTest::colour))
                        .isSubsetOf(palette));
    }

    /** In six digits: #fff is #ffffff. */
    private static String colour(String text) {
        String digits = text.substring(text.indexOf('#') + 1).toLowerCase(Locale.ROOT);
        return digits.length() == 3 ? digits.replaceAll("(.)", "$1$1") : digits;
    }

    @ParameterizedTest
    @ValueSource(strings = {"brandColor", "brandColorDark"})
    void no_template_has_a_colour_of_its_own_for_it(String colour) {
        assertThat(Repository.here().below("themes/mailup", ".+\\.ftl"))
                .isNotEmpty()
                .noneMatch(
                        file -> Repository.read(file).contains(BRAND.get(colour).substring(1)));
    }

    @Test
    void the_platform_says_the_same() {
        Map<String, String> platform = Texts.read(ROOT.resolve("platform/src/main/resources/brand.properties"));

        assertThat(platform)
                .containsEntry("brand.name", BRAND.get("brand"))
                .containsEntry("brand.claim", BRAND.get("brandClaim"));
    }

    /** Keycloak imports it as it is. */
    @Test
    void the_realm_file_names_the_same() {
        JsonNode realm = Repository.here().realmFile();

        assertThat(realm.at("/smtpServer/fromDisplayName").asText()).isEqualTo(BRAND.get("brand"));
        assertThat(realm.path("displayName").asText()).contains(BRAND.get("brand"));
        assertThat(realm.at("/clients/0/name").asText()).isEqualTo(BRAND.get("brand"));
    }
}
