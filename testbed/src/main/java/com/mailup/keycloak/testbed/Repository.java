package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Where this repository keeps what a server is made of. */
public record Repository(Path root) {

    /** Found from wherever the process was started: Maven starts tests in the module, {@code ./run} in the root. */
    public static Repository here() {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, folder -> folder != null, Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("providers/src/main")))
                .findFirst()
                .map(Repository::new)
                .orElseThrow(() -> new IllegalStateException("Not inside the repository: " + start));
    }

    public Path target() {
        return root.resolve("providers/target");
    }

    public Path themes() {
        return root.resolve("themes");
    }

    /** Every language of the product, the default one first. The list stands in the login theme, where Keycloak looks for it. */
    public static List<String> languages() {
        Path theme = here().themes().resolve("mailup/login/theme.properties");
        return List.of(Texts.read(theme).get("locales").strip().split("\\s*,\\s*"));
    }

    /** Our jar as Maven packed it; the newest where a version change left an older one. */
    public Path jar() {
        return files(target(), "mailup-keycloak-[^-]+-\\d+\\.jar").stream()
                .max(Comparator.comparingLong(jar -> jar.toFile().lastModified()))
                .orElseThrow(() -> new IllegalStateException("No jar yet: mvn pre-integration-test packs it"));
    }

    public Path platformJar() {
        return files(root.resolve("platform/target"), "mailup-platform-.+\\.jar").stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No platform yet: mvn package packs it"));
    }

    public List<Path> testOnlyJars() {
        return files(root.resolve("testbed/target/test-only-providers"), ".+\\.jar");
    }

    public Path keycloak() {
        return root.resolve("testbed/target/keycloak-zip/keycloak-" + version());
    }

    /** Of Keycloak; Maven knows it and says so to every process that it or {@code ./run} starts. */
    public static String version() {
        return System.getProperty("keycloak.version");
    }

    /** The realm, then its demo people: named as {@code --import-realm} wants them. */
    public List<Path> realm() {
        Path realm = root.resolve("realm-export");
        return Stream.of(files(realm, ".+-realm\\.json"), people())
                .flatMap(List::stream)
                .toList();
    }

    public List<Path> people() {
        return files(root.resolve("realm-export/demo"), ".+-users-\\d+\\.json");
    }

    /** What the realm file says. */
    public ObjectNode realmFile() {
        return (ObjectNode) Reply.json(read(realm().get(0)));
    }

    public static String read(Path file) {
        return FileWork.of(() -> Files.readString(file));
    }

    /** All files below a folder of the repository that have such a name. */
    public List<Path> below(String folder, String name) {
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our realm under another name and with a change, as a file to import. */
    Path variant(String name, Consumer<ObjectNode> change) {
        return FileWork.of(() -> {
            ObjectNode realm = realmFile();
            change.accept(realm.put("realm", name));
            Path folder = Files.createDirectories(target().resolve("realms"));
            return Files.writeString(folder.resolve(name + "-realm.json"), realm.toString());
        });
    }

    private static List<Path> files(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
