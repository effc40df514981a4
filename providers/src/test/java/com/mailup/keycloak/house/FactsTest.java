package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Repository;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A number that stands in several files is the same in each: where it is set, and in every document that tells it. */
class FactsTest {

    private static final Path ROOT = Repository.here().root();
    private static final String REALM = "realm-export/mailup-realm.json";
    private static final String IDLE_FILTER = "platform/src/main/java/com/mailup/platform/idle/IdleFilter.java";
    private static final String PLATFORM = "platform/src/main/resources/application.yaml";
    private static final String DEMO = "demo/src/main/java/com/mailup/keycloak/demo/Demo.java";
    private static final int MINUTE = 60;

    /** The digits of what an expression finds in a file, in this unit. */
    record Place(String file, String expression, int unit) {

        List<Integer> numbers() {
            return Pattern.compile(expression)
                    .matcher(Repository.read(ROOT.resolve(file)))
                    .results()
                    .map(found -> unit * Integer.parseInt(found.group().replaceAll("\\D", "")))
                    .toList();
        }
    }

    /** The first place where it is set decides. Documents tell it in such sentences, in this unit; these have to. */
    record Fact(String name, String documents, String sentence, int unit, List<Place> settings) {

        boolean isIn(Place place) {
            int right = settings.get(0).numbers().get(0);
            return place.numbers().stream().allMatch(number -> number == right);
        }
    }

    static List<Fact> facts() {
        return List.of(
                new Fact(
                        "idle limit",
                        "README.md|docs/(integrate|operations|platform).md",
                        "(?i)\\bidle\\b[^\\n\\d]{0,70}\\d+ minut|(?<!:)\\b\\d+ idle minut|\\d+ minutes without a request",
                        MINUTE,
                        List.of(
                                new Place(REALM, "\"ssoSessionIdleTimeout\": \\d+", 1),
                                new Place(IDLE_FILTER, "TIMEOUT = Duration.ofMinutes\\(\\d+", MINUTE),
                                new Place(PLATFORM, "ends sessions after \\d+ minutes", MINUTE),
                                new Place("docs/integrate.md", "OIDCSessionInactivityTimeout \\d+", 1),
                                new Place("docs/integrate.md", "clearToken\\(\\), \\d+ \\* ", MINUTE))),
                new Fact(
                        "life of a reset link",
                        "docs/operations.md",
                        "(?i)reset (link|password\\*)[^\\n\\d]{0,70}\\d+ minutes",
                        MINUTE,
                        List.of(new Place(REALM, "UserLifespan.reset-credentials\": \"\\d+", 1))),
                new Fact(
                        "life of a trial's link",
                        "docs/(operations|plans).md",
                        "(?i)(trial|email verification\\*),? \\d+ hours",
                        60 * MINUTE,
                        List.of(new Place(REALM, "UserLifespan.verify-email\": \"\\d+", 1))),
                port(
                        "KEYCLOAK_PORT|KC_HOSTNAME|PLATFORM_ISSUER",
                        "README.md|docs/(integrate|platform).md",
                        "\\bKeycloak on \\d+|localhost:\\d+/(admin|realms)",
                        List.of("run", "docker-compose.yml", ".env.example", DEMO, PLATFORM)),
                port(
                        "PLATFORM_PORT|PLATFORM_URL",
                        "README.md|docs/(plans|platform).md",
                        "\\bplatform\\s+(on|at)\\s+(`http://localhost:)?\\d+|localhost:\\d+(?=/oauth2)|`PLATFORM_PORT` \\| \\d+",
                        List.of("run", "docker-compose.yml", ".env.example", DEMO, PLATFORM, REALM)),
                port(
                        "INBOX_PORT",
                        "README.md",
                        "\\b(inbox on|catcher at)\\s+(`http://localhost:)?\\d+",
                        List.of("run", "docker-compose.yml", ".env.example", DEMO)));
    }

    /** Of variables with a port, or with an address that has it. */
    private static Fact port(String names, String documents, String sentence, List<String> files) {
        String number = "\\b(" + names + ")\"?(:-?|=|, )(http://localhost:)?\\d+";
        List<Place> settings =
                files.stream().map(file -> new Place(file, number, 1)).toList();
        return new Fact(names, documents, sentence, 1, settings);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void it_is_the_same_wherever_it_is_set(Fact fact) {
        assertThat(fact.settings())
                .allMatch(fact::isIn)
                .noneMatch(place -> place.numbers().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("facts")
    void every_document_tells_the_same_and_none_has_lost_its_sentence(Fact fact) {
        Stream<String> docs = Repository.here().below("docs", ".+\\.md").stream()
                .map(file -> ROOT.relativize(file).toString())
                // What a decision says was so when it was taken.
                .filter(file -> !file.startsWith("docs/decisions/"));

        assertThat(Stream.concat(Stream.of("README.md"), docs))
                .extracting(file -> new Place(file, fact.sentence(), fact.unit()))
                .allMatch(fact::isIn)
                .filteredOn(place -> place.file().matches(fact.documents()))
                .isNotEmpty()
                .noneMatch(place -> place.numbers().isEmpty());
    }
}
