package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.mailup.keycloak.account.RecoveryEligibility;
import com.mailup.keycloak.testbed.Command;
import com.mailup.keycloak.testbed.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.provider.ProviderConfigProperty;

/** docs/operations.md tells of everything that there is, and the alarms ring when they should. */
class OperationsTest {

    private static final Path DOCS = Repository.here().root().resolve("docs");
    private static final Path PROMTOOL = Path.of("/usr/bin/promtool");

    private static String read(String file) {
        return Repository.read(DOCS.resolve(file));
    }

    static Stream<ProviderConfigProperty> settings() {
        return SlugTest.steps().flatMap(step -> step.getConfigProperties().stream());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void every_setting_is_in_the_table_with_its_default(ProviderConfigProperty setting) {
        assertThat(read("operations.md").lines())
                .anyMatch(line -> line.startsWith("| " + setting.getLabel() + " (`" + setting.getName() + "`)")
                        && line.contains("| " + setting.getDefaultValue() + " |"));
    }

    /** The comment of a factory names its settings; a default stands beside the setting, and in the table. */
    @Test
    void no_comment_repeats_a_default() {
        assertThat(Repository.here().below("providers/src/main/java", ".+Factory\\.java"))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Repository.read(file))
                        .doesNotContainPattern("\\{@code[^}]+} \\((\\d|refuse|true|none)"));
    }

    /** The realm file has them so that the console shows them; the default itself is that of the code. */
    @ParameterizedTest
    @MethodSource("settings")
    void the_realm_file_sets_it_to_no_other_value(ProviderConfigProperty setting) {
        JsonNode realm = Repository.here().realmFile();

        assertThat(realm.path("authenticatorConfig").findValuesAsText(setting.getName()))
                .isNotEmpty()
                .allMatch(value -> value.equals(String.valueOf(setting.getDefaultValue())));
    }

    @ParameterizedTest
    @EnumSource(value = RecoveryEligibility.class, mode = EnumSource.Mode.EXCLUDE, names = "ELIGIBLE")
    void every_reason_for_no_mail_is_told(RecoveryEligibility eligibility) {
        assertThat(read("operations.md")).contains("`" + eligibility.error() + "`");
    }

    @Test
    void every_metric_of_an_alarm_and_every_alarm_is_told() {
        String alarms = read("alarms.yml");

        assertThat(found("mailup_\\w+", alarms))
                .hasSizeGreaterThan(2)
                .allSatisfy(metric -> assertThat(read("operations.md")).contains("`" + metric + "`"));
        assertThat(found("(?<=alert: )\\w+", alarms)).hasSizeGreaterThan(5).allSatisfy(alarm -> {
            assertThat(read("operations.md")).contains("`" + alarm + "`");
            assertThat(read("alarms-test.yml")).contains("alertname: " + alarm);
        });
    }

    private static Stream<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct();
    }

    @Test
    void every_alarm_rings_when_it_should() {
        assumeTrue(Files.exists(PROMTOOL), "promtool is not installed (Debian: package prometheus)");
        assertThat(new Command(DOCS, List.of(PROMTOOL.toString(), "test", "rules", "alarms-test.yml")).output())
                .contains("SUCCESS");
    }
}
