package com.mailup.keycloak.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** An unpacked Keycloak in a folder of its own, which keeps what it has built for the next start. */
final class Installation {

    private final Path folder;

    Installation(Path zip, Path folder) {
        this.folder = folder;
        if (!Files.isDirectory(folder)) {
            FileWork.of(() -> unpack(zip));
        }
    }

    Path command() {
        return folder.resolve("bin/kc.sh");
    }

    /** Keycloak compares file times to decide on a rebuild, so a jar is touched only where its bytes differ. */
    void providers(List<Path> jars) {
        Set<String> wanted =
                jars.stream().map(jar -> jar.getFileName().toString()).collect(Collectors.toSet());
        FileWork.of(() -> {
            for (Path there : children(folder.resolve("providers"))) {
                if (!wanted.contains(there.getFileName().toString())) {
                    Files.delete(there);
                    Files.deleteIfExists(stamp());
                }
            }
            for (Path jar : jars) {
                replaceWhereDifferent(jar, folder.resolve("providers").resolve(jar.getFileName()));
            }
        });
    }

    private void replaceWhereDifferent(Path jar, Path there) throws IOException {
        if (!Files.exists(there) || Files.mismatch(jar, there) >= 0) {
            Files.copy(jar, there, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(stamp());
        }
    }

    boolean hasEmptyDatabase() {
        return Files.isDirectory(emptyDatabase());
    }

    void keepEmptyDatabase() {
        FileWork.of(() -> Files.move(folder.resolve("data/h2"), emptyDatabase()));
    }

    /** Throws all data away and lays the files to import, so that every start sees the same realm. */
    void reset(List<Path> imports) {
        FileWork.of(() -> {
            FolderTree.delete(folder.resolve("data"));
            Path target = Files.createDirectories(folder.resolve("data/import"));
            for (Path file : imports) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
            if (hasEmptyDatabase()) {
                FolderTree.copy(emptyDatabase(), folder.resolve("data/h2"));
            }
        });
    }

    void unpackDatabase(URL packed) {
        FileWork.of(() -> {
            Path database = Files.createDirectories(folder.resolve("data/h2")).resolve("keycloakdb.mv.db");
            try (InputStream file = new GZIPInputStream(packed.openStream())) {
                Files.copy(file, database, StandardCopyOption.REPLACE_EXISTING);
            }
        });
    }

    private Path emptyDatabase() {
        return folder.resolve("empty-database");
    }

    boolean builtWith(List<String> options) {
        return FileWork.of(
                () -> Files.exists(stamp()) && Files.readAllLines(stamp()).equals(options));
    }

    void markBuiltWith(List<String> options) {
        FileWork.of(() -> Files.write(stamp(), options));
    }

    private Path stamp() {
        return folder.resolve("built-with");
    }

    private void unpack(Path zip) throws IOException {
        // A half-made copy must never be taken for a whole one.
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        FolderTree.delete(unfinished);
        Files.createDirectories(folder.getParent());
        FolderTree.copy(zip, unfinished);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> child.toString().endsWith(".jar")).toList();
        }
    }
}
