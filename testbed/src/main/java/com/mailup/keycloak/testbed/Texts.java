package com.mailup.keycloak.testbed;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All texts of one kind in one language: of the login pages, the mails, the platform, or the console's labels. */
public record Texts(String type, String language) {

    private static final Path PLATFORM = Repository.here().root().resolve("platform/src/main/resources/messages");

    /** Each kind in each language. */
    public static Stream<Texts> all() {
        return Stream.of("login", "email", "platform", "console")
                .flatMap(type -> Repository.languages().stream().map(language -> new Texts(type, language)));
    }

    public Texts in(String other) {
        return new Texts(type, other);
    }

    /** As a page or a mail shows it. */
    public String format(String key, Object... arguments) {
        return MessageFormat.format(byKey().get(key), arguments);
    }

    public Map<String, String> byKey() {
        Map<String, String> texts = new TreeMap<>();
        if (type.equals("console")) {
            Repository.here()
                    .realmFile()
                    .path("localizationTexts")
                    .path(language)
                    .properties()
                    .forEach(label -> texts.put(label.getKey(), label.getValue().asText()));
            return texts;
        }
        files().forEach(file -> texts.putAll(read(file)));
        return texts;
    }

    public static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }

    private List<Path> files() {
        if (!type.equals("platform")) {
            return List.of(Repository.here()
                    .themes()
                    .resolve("mailup/" + type + "/messages/messages_" + language + ".properties"));
        }
        // The default language has the file without a suffix.
        String suffix = language.equals(Repository.languages().get(0)) ? "" : "_" + language;
        try (Stream<Path> files = Files.list(PLATFORM)) {
            return files.filter(file -> file.getFileName().toString().matches("[a-z]+" + suffix + "\\.properties"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
