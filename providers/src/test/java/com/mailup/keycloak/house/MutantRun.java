package com.mailup.keycloak.house;

import com.mailup.keycloak.testbed.FileWork;
import com.mailup.keycloak.testbed.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Maven, with these tests and no other. What it has started ends with it, and with us.
 *
 * @param modules that have to be built
 */
record MutantRun(Path root, Set<String> modules, List<TestName> tests) {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    MutantResult result() {
        return FileWork.of(() -> {
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
        });
    }

    Path log() {
        return root.resolve("target/maven.log");
    }

    private void run() {
        ServerProcess.forget(log());
        try (ServerProcess maven = new ServerProcess(command(), Map.of(), log())) {
            maven.endsWithin(LONGEST);
        }
    }

    private List<String> command() {
        boolean servers = tests.stream().anyMatch(TestName::isIntegration);
        List<String> command =
                new ArrayList<>(List.of("mvn", "-f", root.toString(), "-q", "-B", "-ntp", "-Dstyle.color=never"));
        command.addAll(List.of("-Dspotless.check.skip", "-Denforcer.skip", "-Dtests.left.out=container"));
        command.addAll(List.of("-Dsurefire.failIfNoSpecifiedTests=false", "-Dfailsafe.failIfNoSpecifiedTests=false"));
        command.add("-Dtest=" + selected(false));
        command.add("-Dit.test=" + selected(true));
        command.addAll(List.of("--fail-at-end", "-Dmaven.test.failure.ignore"));
        // With the modules that these need: nobody has installed them.
        command.addAll(List.of("-pl", String.join(",", modules), "-am", servers ? "verify" : "test"));
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
}
