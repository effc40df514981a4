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
        return Repository.here().below("platform/src/main/java", ".+\\.java").stream()
                .map(Repository::read)
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @EnumSource
    void the_documents_name_it_where_they_list_all(PlanStatus status) throws IOException {
        for (String list : List.of("plans.md:| `plan` |", "operations.md:| `LOGIN` | `plan-landing` =")) {
            String[] place = list.split(":");
            assertThat(Files.readAllLines(
                            Repository.here().root().resolve("docs").resolve(place[0])))
                    .filteredOn(line -> line.startsWith(place[1]))
                    .singleElement()
                    .asString()
                    .contains("`" + status.text() + "`");
        }
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
                    .containsKey("subscription.plan." + status.text());
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_platform_can_read_it(PlanStatus status) throws IOException {
        assertThat(Files.readString(Repository.here()
                        .root()
                        .resolve("platform/src/main/java/com/mailup/platform/account/Plan.java")))
                .containsPattern("(?m)^    " + status.name() + "[,;]");
    }
}
