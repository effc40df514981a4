package com.mailup.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Over every file of messages, no matter who wrote it. */
class MessagesTest {

    private static final Path FOLDER = Path.of("src/main/resources/messages");

    /** The names of the Italian files, which are the default. */
    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties") && !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .sorted()
                    .toList();
        }
    }

    static List<String> files() throws IOException {
        return bundles().stream()
                .flatMap(bundle -> Languages.ALL.stream().map(language -> file(bundle, language)))
                .toList();
    }

    @Test
    void there_are_messages() throws IOException {
        assertThat(bundles()).contains("billing", "payment", "invoice");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_language_has_the_same_keys(String bundle) throws IOException {
        for (Locale language : Languages.ALL) {
            assertThat(read(file(bundle, language)).stringPropertyNames())
                    .as(language.toString())
                    .isEqualTo(read(bundle).stringPropertyNames());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_message_says_something(String file) throws IOException {
        assertThat(read(file).values()).noneMatch(text -> text.toString().isBlank());
    }

    /** Only texts with arguments go through MessageFormat, which takes a single apostrophe away. */
    @ParameterizedTest
    @MethodSource("files")
    void apostrophes_are_doubled_where_there_are_arguments_and_nowhere_else(String file) throws IOException {
        assertThat(read(file)).allSatisfy((key, text) -> {
            boolean formatted = text.toString().matches("(?s).*\\{\\d.*");
            String rest = text.toString().replace("''", "");
            assertThat(
                            formatted
                                    ? rest.contains("'")
                                    : rest.length() < text.toString().length())
                    .as(key.toString())
                    .isFalse();
        });
    }

    /** The default language has the file without a suffix. */
    private static String file(String bundle, Locale language) {
        return language.equals(Languages.ALL.get(0)) ? bundle : bundle + "_" + language;
    }

    private static Properties read(String name) throws IOException {
        Properties messages = new Properties();
        try (Reader file = Files.newBufferedReader(FOLDER.resolve(name + ".properties"))) {
            messages.load(file);
        }
        return messages;
    }
}
