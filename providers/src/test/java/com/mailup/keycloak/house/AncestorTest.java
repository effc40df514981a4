package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A template that overrides one of Keycloak's names it and its hash. When {@code keycloak.version} moves, the red ones
 * are those whose ancestor has changed: read the difference, take over what matters, and write the new hash.
 */
class AncestorTest {

    private static final Path THEME = Repository.here().themes().resolve("mailup");
    private static final Pattern LINE = Pattern.compile("<#-- ancestor: (\\S+) sha256:([0-9a-f]{16}) -->");
    private static final List<String> PARENTS = List.of("keycloak.v2", "base");

    static Stream<Path> templates() {
        return Repository.here().below("themes/mailup", ".+\\.ftl").stream();
    }

    static Stream<Path> overriding() {
        return templates().filter(template -> PARENTS.stream().anyMatch(parent -> bytes(parent, template) != null));
    }

    @Test
    void there_are_templates_to_check() {
        assertThat(overriding()).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource("overriding")
    void it_names_its_ancestor_as_it_is_in_this_version(Path template) throws IOException {
        Matcher line = LINE.matcher(Files.readString(template));
        assertThat(line.find()).as("ancestor line").isTrue();

        String parent = line.group(1).substring(0, line.group(1).indexOf('/'));

        assertThat(line.group(1)).isEqualTo(parent + "/" + relative(template));
        assertThat(line.group(2)).isEqualTo(hash(bytes(parent, template)));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void it_has_at_most_60_lines(Path template) throws IOException {
        assertThat(Files.readAllLines(template)).hasSizeLessThanOrEqualTo(60);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void it_never_prints_unescaped_text(Path template) throws IOException {
        assertThat(Files.readString(template)).doesNotContain("?no_esc", "kcSanitize");
    }

    private static byte[] bytes(String parent, Path template) {
        String name = "theme/" + parent + "/" + relative(template);
        try (InputStream stock = AncestorTest.class.getClassLoader().getResourceAsStream(name)) {
            return stock == null ? null : stock.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String relative(Path template) {
        return THEME.relativize(template).toString().replace('\\', '/');
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
