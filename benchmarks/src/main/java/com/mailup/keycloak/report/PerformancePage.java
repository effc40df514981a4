package com.mailup.keycloak.report;

import com.mailup.keycloak.testbed.FileWork;
import com.mailup.keycloak.testbed.Repository;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code docs/performance.md}: each program that measures writes a chapter of it and leaves the others as they are. */
public final class PerformancePage {

    /** Before the name of a form. */
    public static final String TIMING = "Time tells nothing: ";

    private static final List<String> ORDER = List.of(
            "Load",
            "Steady load",
            "Backlog",
            "Logins",
            "Logins under attack",
            "Scale",
            "Plans",
            "Platform",
            TIMING + "login",
            TIMING + "password-reset",
            TIMING + "username-recovery",
            TIMING + "trial-registration");
    private static final String INTRODUCTION = """
            # Performance

            Each chapter is written by the command that it names, from one run.
            """;

    private final Path folder;

    public PerformancePage() {
        this(Repository.here().root().resolve("docs"));
    }

    PerformancePage(Path folder) {
        this.folder = folder;
    }

    public void chapter(String title, String text) {
        Map<String, String> chapters = read();
        chapters.put(title, text.strip());
        StringBuilder page = new StringBuilder(INTRODUCTION);
        List<String> titles = new ArrayList<>(ORDER);
        titles.retainAll(chapters.keySet());
        titles.forEach(it -> page.append("\n## %s\n\n%s\n".formatted(it, chapters.get(it))));
        write(file(), page.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A picture that a chapter shows; the answer is its address there. */
    public String picture(String name, byte[] picture) {
        write(folder.resolve("performance").resolve(name), picture);
        return "performance/" + name;
    }

    private Map<String, String> read() {
        Map<String, String> chapters = new LinkedHashMap<>();
        FileWork.of(() -> {
            String page = Files.exists(file()) ? Files.readString(file()) : "";
            for (String chapter : page.split("(?m)^## ")) {
                String[] halves = chapter.split("\n", 2);
                chapters.put(halves[0], halves.length == 2 ? halves[1].strip() : "");
            }
        });
        return chapters;
    }

    private Path file() {
        return folder.resolve("performance.md");
    }

    private static void write(Path file, byte[] content) {
        FileWork.of(() -> {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        });
    }
}
