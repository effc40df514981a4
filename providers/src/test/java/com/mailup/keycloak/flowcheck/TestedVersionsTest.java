package com.mailup.keycloak.flowcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Repository;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestedVersionsTest {

    @ParameterizedTest
    @ValueSource(strings = {"26.7.3", "26.7.4", "26.7.5"})
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
                        .contains(
                                "Keycloak " + version + ";",
                                "26.7.3 to 26.7.5",
                                "Install the release for this version"));
    }

    @Test
    void the_version_that_we_build_for_is_a_tested_one() throws IOException {
        String pom = Files.readString(Repository.here().root().resolve("pom.xml"));
        String version = pom.replaceFirst("(?s).*<keycloak\\.api\\.version>(.+?)</keycloak\\.api\\.version>.*", "$1");

        assertThat(TestedVersions.OURS.versions()).contains(version);
    }

    @Test
    void the_operations_page_tells_the_range() throws IOException {
        assertThat(Files.readString(Repository.here().root().resolve("docs/operations.md")))
                .contains("26.7.3 to 26.7.5");
    }
}
