package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mailup.keycloak.plan.PlanStatus;
import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What statuses a plan can have is said once, in {@link PlanStatus}; here is named what has to follow. */
class PlanStatusTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode realm() {
        return Repository.here().realmFile();
    }

    private static JsonNode attribute(String name) throws IOException {
        JsonNode profile = JSON.readTree(
                realm().at("/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asText());
        for (JsonNode attribute : profile.path("attributes")) {
            if (attribute.path("name").asText().equals(name)) {
                return attribute;
            }
        }
        throw new AssertionError("The realm has no attribute " + name);
    }

    private static List<String> statuses() {
        return Stream.of(PlanStatus.values()).map(PlanStatus::text).toList();
    }

    @Test
    void the_console_offers_and_the_realm_accepts_these() throws IOException {
        JsonNode plan = attribute("plan");

        assertThat(plan.at("/validations/options/options"))
                .extracting(JsonNode::asText)
                .isEqualTo(statuses());
        assertThat(plan.at("/annotations/inputOptionLabels").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(statuses());
    }

    /** Expired is what has ended, and cannot end once more. */
    @Test
    void what_has_ended_is_one_of_the_others() throws IOException {
        List<String> endable = statuses().stream()
                .filter(status -> !status.equals(PlanStatus.EXPIRED.text()))
                .toList();

        assertThat(attribute("planEnded").at("/validations/options/options"))
                .extracting(JsonNode::asText)
                .isEqualTo(endable);
        assertThat(attribute("planEnded").at("/annotations/inputOptionLabels").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(endable);
    }

    /** A status may have no landing; one that it has must be a page of the platform, and a redirect URI. */
    @Test
    void a_landing_of_the_realm_file_is_a_page_of_the_platform() throws IOException {
        for (JsonNode client : realm().path("clients")) {
            for (JsonNode mapper : client.path("protocolMappers")) {
                mapper.path("config").properties().stream()
                        .filter(setting -> setting.getKey().startsWith("landing."))
                        .map(setting -> setting.getValue().asText())
                        .forEach(page -> {
                            assertThat(client.path("redirectUris"))
                                    .extracting(JsonNode::asText)
                                    .as("redirect URIs")
                                    .anyMatch(uri -> uri.endsWith("}" + page));
                            assertThat(platformSources())
                                    .as("pages of the platform")
                                    .contains("GetMapping(\"" + page + "\")");
                        });
            }
        }
    }

    private static String platformSources() {
        return Repository.here().below("platform/src/main", ".+\\.(java|html)").stream()
                .map(Repository::read)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @EnumSource
    void the_documents_name_it_where_they_list_all(PlanStatus status) throws IOException {
        assertNamed(
                status,
                "plans.md:| `plan` |",
                "operations.md:| `LOGIN` | `plan-landing` =",
                "integrate.md:**Claims.**",
                "glossary.md:| plan |");
    }

    /** @param lists a document each, and how its line begins */
    private static void assertNamed(PlanStatus status, String... lists) throws IOException {
        for (String list : lists) {
            String[] place = list.split(":");
            assertThat(documented(place[0], place[1])).contains("`" + status.text() + "`");
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "EXPIRED")
    void the_documents_name_it_where_they_list_what_can_have_ended(PlanStatus status) throws IOException {
        assertNamed(
                status,
                "plans.md:| `planEnded` |",
                "plans.md:An application that would rather",
                "integrate.md:(of an expired plan");
    }

    @ParameterizedTest
    @EnumSource
    void the_table_of_landings_says_what_the_realm_file_says(PlanStatus status) throws IOException {
        for (String landing : realm().findValuesAsText("landing." + status.text())) {
            assertThat(documented("plans.md", "| Landing of " + status.plural()))
                    .contains("| `" + landing + "` |");
        }
    }

    private static String documented(String document, String beginning) throws IOException {
        List<String> lines = Files.readAllLines(
                        Repository.here().root().resolve("docs").resolve(document))
                .stream()
                .filter(line -> line.startsWith(beginning))
                .toList();
        assertThat(lines).as(document + ": " + beginning).hasSize(1);
        return lines.get(0);
    }

    @ParameterizedTest
    @EnumSource
    void every_language_names_it_in_the_console_in_mails_and_on_the_platform(PlanStatus status) throws IOException {
        for (String language : Repository.languages()) {
            assertThat(realm().path("localizationTexts").path(language).has("profile.attributes.plan." + status.text()))
                    .as(language)
                    .isTrue();
            assertThat(new Texts("email", language).byKey()).as(language).containsKey("plan." + status.text());
            assertThat(new Texts("platform", language).byKey())
                    .as(language)
                    .containsKeys("subscription.plan." + status.text(), "purchase." + status.text());
        }
    }

    /** A login of the platform that asks for no landing ends at the same page. */
    @ParameterizedTest
    @EnumSource
    void the_platform_knows_it_with_its_landing(PlanStatus status) throws IOException {
        List<String> landing = realm().findValuesAsText("landing." + status.text());

        assertThat(platformSources())
                .contains("\n    " + status.name() + "(\"" + (landing.isEmpty() ? "" : landing.get(0) + "\""));
    }

    /** Else a new status would have to be thought of in each of these places. */
    @Test
    void what_a_status_allows_is_asked_of_the_platforms_plan() {
        assertThat(platformSources()).doesNotContain("is(Plan.ACTIVE)", "text != 'active'", "text == 'active'");
    }
}
