package com.mailup.keycloak.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Maven, with these tests and no other. What it has started ends with it, and with us.
 *
 * @param modules that have to be built
 */
record MutantRun(Path root, Set<String> modules, List<TestName> tests) {

    private static final long LONGEST_MINUTES = 30;
    private static final long LONGEST_STOP_SECONDS = 15;

    MutantResult result() {
        try {
            List<Path> reports = modules.stream()
                    .flatMap(module -> Stream.of("surefire-reports", "failsafe-reports")
                            .map(folder ->
                                    root.resolve(module).resolve("target").resolve(folder)))
                    .toList();
            for (Path report : MutantResult.files(reports)) {
                Files.delete(report);
            }
            run();
            return MutantResult.read(MutantResult.files(reports));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path log() {
        return root.resolve("target/maven.log");
    }

    private void run() throws IOException {
        Files.createDirectories(log().getParent());
        Process maven = new ProcessBuilder(command())
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(log().toFile())
                .start();
        Thread atExit = new Thread(() -> end(maven));
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            maven.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            end(maven);
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> command() {
        boolean servers = tests.stream().anyMatch(TestName::isIntegration);
        List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B", "-ntp", "-Dstyle.color=never"));
        command.addAll(List.of("-Dspotless.check.skip", "-Denforcer.skip", "-Dtests.left.out=container"));
        command.addAll(List.of("-Dsurefire.failIfNoSpecifiedTests=false", "-Dfailsafe.failIfNoSpecifiedTests=false"));
        command.add("-Dtest=" + selected(false));
        command.add("-Dit.test=" + selected(true));
        command.addAll(List.of("--fail-at-end", "-Dmaven.test.failure.ignore"));
        command.addAll(List.of("-pl", String.join(",", modules), servers ? "verify" : "test"));
        return command;
    }

    private String selected(boolean integration) {
        String names = tests.stream()
                .filter(test -> test.isIntegration() == integration)
                .map(TestName::toString)
                .distinct()
                .collect(Collectors.joining(","));
        return names.isEmpty() ? "none" : names;
    }

    private static void end(Process maven) {
        List<ProcessHandle> tree =
                Stream.concat(maven.descendants(), Stream.of(maven.toHandle())).toList();
        tree.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : tree) {
            try {
                process.onExit().get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
            } catch (Exception e) {
                process.destroyForcibly();
            }
        }
    }
}
