package com.mailup.keycloak.house;

import com.mailup.keycloak.testbed.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A change of one file that breaks a promise, and the test that has to notice. All of them stand in {@code mutants.txt}.
 *
 * @param name in kebab case
 * @param harm what somebody would suffer
 * @param file path from the root
 * @param text what stands there, once
 * @param replacement what stands there instead; may be empty
 */
record Mutant(String name, String harm, String file, TestName test, String text, String replacement) {

    static List<Mutant> all() {
        try (InputStream list = Mutant.class.getResourceAsStream("mutants.txt")) {
            return Stream.of(new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n\\s*\n"))
                    .map(entry ->
                            entry.lines().filter(line -> !line.startsWith("#")).toList())
                    .filter(lines -> !lines.isEmpty())
                    .map(Mutant::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mutant read(List<String> lines) {
        String[] title = lines.get(0).split(": ", 2);
        return new Mutant(
                title[0], title[1], lines.get(1), TestName.read(lines.get(2)), lines(lines, "- "), lines(lines, "+ "));
    }

    private static String lines(List<String> lines, String sign) {
        return lines.stream()
                .skip(3)
                .filter(line -> line.startsWith(sign))
                .map(line -> line.substring(sign.length()))
                .collect(Collectors.joining("\n"));
    }

    /** How often the text stands in its file. */
    int places() {
        return in(Repository.here().root()).split(Pattern.quote(text), -1).length - 1;
    }

    /** The file of that tree, with the change. */
    String changed(Path root) {
        return in(root).replace(text, replacement);
    }

    private String in(Path root) {
        return Repository.read(root.resolve(file));
    }

    @Override
    public String toString() {
        return name;
    }
}
