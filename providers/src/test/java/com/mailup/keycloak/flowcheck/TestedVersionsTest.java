package com.mailup.keycloak.flowcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestedVersionsTest {

    private static final List<String> TESTED = TestedVersions.OURS.versions();
    private static final String RANGE = TESTED.get(0) + " to " + TESTED.get(TESTED.size() - 1);

    static List<String> tested() {
        return TESTED;
    }

    private static String read(String file) throws IOException {
        return Files.readString(Repository.here().root().resolve(file));
    }

    /** What {@code pom.xml} has in this element. */
    private static String pom(String element) throws IOException {
        return read("pom.xml").replaceFirst("(?s).*?<" + element + ">(.+?)</" + element + ">.*", "$1");
    }

    @ParameterizedTest
    @MethodSource("tested")
    void a_tested_version_is_no_news(String version) {
        assertThat(TestedVersions.OURS.warning(version)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "26.7.2",
                "26.7.6",
                "26.7.9",
                "26.7.40",
                "26.7",
                "26.8.0",
                "27.0.0",
                "26.7.4.1",
                "999.0.0-SNAPSHOT"
            })
    void any_other_is_named_with_the_tested_range_and_what_to_do(String version) {
        assertThat(TestedVersions.OURS.warning(version))
                .hasValueSatisfying(warning -> assertThat(warning)
                        .contains("Keycloak " + version + ";", RANGE, "Install the release for this version"));
    }

    @Test
    void the_version_that_we_build_for_is_a_tested_one() throws IOException {
        assertThat(TESTED).contains(pom("keycloak.api.version"));
        assertThat(read("Dockerfile")).contains("ARG KEYCLOAK_VERSION=" + pom("keycloak.api.version"));
    }

    @Test
    void the_documents_and_the_weekly_run_name_the_same() throws IOException {
        assertThat(read("docs/operations.md")).contains(RANGE);
        assertThat(read("README.md")).contains(TESTED);
        assertThat(read(".github/workflows/versions.yml")).contains("keycloak: " + TESTED);
    }

    @Test
    void every_document_names_the_release_that_is_built() throws IOException {
        for (String file : List.of("README.md", "docs/operations.md")) {
            assertThat(Pattern.compile("mailup-keycloak[-:](\\d+\\.\\d+\\.\\d+-\\d+)")
                            .matcher(read(file))
                            .results()
                            .map(release -> release.group(1)))
                    .as(file)
                    .isNotEmpty()
                    .containsOnly(pom("version"));
        }
    }
}
