package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every command that starts a production server, wherever it is written down, gives it a hostname. */
@Tag("S12")
class StartCommandTest {

    private static final Path ROOT = Repository.here().root();
    private static final Pattern START = Pattern.compile("(kc\\.sh|[`\"]) ?start\\b(?!-)");
    private static final Pattern KEYCLOAK = Pattern.compile("(?m)^ *(kind: Keycloak|image: mailup-keycloak)$");

    private static List<Path> files() {
        List<Path> all = new ArrayList<>(Repository.here().below("docs", ".+\\.md"));
        Stream.of("README.md", "CONTRIBUTING.md", "Dockerfile", "docker-compose.yml", "realm-export/into-realm")
                .map(ROOT::resolve)
                .forEach(all::add);
        return all;
    }

    /** With the line before it, where a comment may stand. */
    private static List<String> starts() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : files()) {
            String before = "";
            for (String line : Files.readAllLines(file)) {
                if (START.matcher(line).find()) {
                    found.add(file + ": " + before + "\n" + line);
                }
                before = line;
            }
        }
        return found;
    }

    @Test
    void on_a_command_line() throws IOException {
        assertThat(starts())
                .hasSizeGreaterThan(3)
                .allMatch(start -> start.toLowerCase(Locale.ROOT).contains("hostname"));
    }

    @Test
    void in_a_resource_of_an_engine() throws IOException {
        int found = 0;
        for (Path file : files()) {
            String text = Files.readString(file);
            if (KEYCLOAK.matcher(text).find()) {
                assertThat(text)
                        .as(file.toString())
                        .containsPattern("(?m)^ *(hostname: \\{hostname: https|KC_HOSTNAME: )");
                found++;
            }
        }
        assertThat(found).isEqualTo(2);
    }
}
