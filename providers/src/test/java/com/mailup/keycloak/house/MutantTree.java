package com.mailup.keycloak.house;

import com.mailup.keycloak.testbed.Command;
import com.mailup.keycloak.testbed.FileWork;
import com.mailup.keycloak.testbed.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of the working copy in {@code target/mutants}, which changes are made in. It stays, so that a later run has less to
 * build; what is the same is not written again, since Maven goes by the time of a file.
 */
record MutantTree(Path root) {

    private static final Path ORIGINAL = Repository.here().root();

    static MutantTree refreshed() {
        MutantTree tree = new MutantTree(ORIGINAL.resolve("target/mutants"));
        tree.refresh();
        return tree;
    }

    void refresh() {
        FileWork.of(() -> {
            Set<Path> files = files();
            for (Path file : files) {
                copy(file);
            }
            for (Path old : there()) {
                if (!files.contains(old)) {
                    Files.delete(root.resolve(old));
                }
            }
        });
    }

    void change(Mutant mutant) {
        FileWork.of(() -> Files.writeString(root.resolve(mutant.file()), mutant.changed(ORIGINAL)));
    }

    private void copy(Path file) throws IOException {
        Path here = ORIGINAL.resolve(file);
        Path there = root.resolve(file);
        if (!Files.exists(there) || Files.mismatch(here, there) >= 0) {
            Files.createDirectories(there.getParent());
            Files.write(there, Files.readAllBytes(here));
            there.toFile().setExecutable(Files.isExecutable(here));
        }
    }

    /** What Git would take, committed or not. */
    private static Set<Path> files() throws IOException {
        List<String> git = List.of("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        return Stream.of(new Command(ORIGINAL, git).output().split("\0"))
                .map(Path::of)
                .filter(file -> Files.isRegularFile(ORIGINAL.resolve(file)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** But for what Maven has made. */
    private Set<Path> there() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(file -> !file.toString().matches("(platform/|providers/)?target/.*"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
