package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mailup.keycloak.account.RecoveryEligibility;
import com.mailup.keycloak.testbed.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private static String read(String file) throws IOException {
        return Files.readString(DOCS.resolve(file));
    }

    static Stream<ProviderConfigProperty> settings() {
        return SlugTest.steps().flatMap(step -> step.getConfigProperties().stream());
    }

    @ParameterizedTest
    @MethodSource("settings")
    void every_setting_is_in_the_table_with_its_default(ProviderConfigProperty setting) throws IOException {
        assertThat(read("operations.md").lines())
                .anyMatch(line -> line.startsWith("| " + setting.getLabel() + " (`" + setting.getName() + "`)")
                        && line.contains("| " + setting.getDefaultValue() + " |"));
    }

    /** The comment of a factory names its settings; a default stands beside the setting, and in the table. */
    @Test
    void no_comment_repeats_a_default() throws IOException {
        try (Stream<Path> files = Files.walk(Repository.here().root().resolve("providers/src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith("Factory.java")))
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContainPattern("\\{@code[^}]+} \\((\\d|refuse|true|none)"));
        }
    }

    /** The realm file has them so that the console shows them; the default itself is that of the code. */
    @ParameterizedTest
    @MethodSource("settings")
    void the_realm_file_sets_no_other_value(ProviderConfigProperty setting) throws IOException {
        JsonNode realm =
                new ObjectMapper().readTree(Repository.here().realm().get(0).toFile());

        assertThat(realm.path("authenticatorConfig").findValuesAsText(setting.getName()))
                .allMatch(value -> value.equals(String.valueOf(setting.getDefaultValue())));
    }

    @ParameterizedTest
    @EnumSource(value = RecoveryEligibility.class, mode = EnumSource.Mode.EXCLUDE, names = "ELIGIBLE")
    void every_reason_for_no_mail_is_told(RecoveryEligibility eligibility) throws IOException {
        assertThat(read("operations.md")).contains("`" + eligibility.error() + "`");
    }

    @Test
    void every_metric_of_an_alarm_and_every_alarm_is_told() throws IOException {
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
    void every_alarm_rings_when_it_should() throws IOException, InterruptedException {
        assumeTrue(Files.exists(PROMTOOL), "promtool is not installed (Debian: package prometheus)");
        Process promtool = new ProcessBuilder(PROMTOOL.toString(), "test", "rules", "alarms-test.yml")
                .directory(DOCS.toFile())
                .redirectErrorStream(true)
                .start();

        String said = new String(promtool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(promtool.waitFor()).as(said).isZero();
    }
}
