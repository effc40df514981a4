package com.mailup.keycloak.house;

import com.mailup.keycloak.testbed.FileWork;
import com.mailup.keycloak.testbed.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down how every test went that is about an abuse case. A later run replaces what it runs again and keeps the rest,
 * so that the whole is that of the last run of each test.
 */
public final class AbuseResults implements TestExecutionListener {

    static final Path FILE = Repository.here().target().resolve("abuse-results.tsv");

    private final Map<Attempt, String> results = new ConcurrentSkipListMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        note(test, result.getStatus() == TestExecutionResult.Status.SUCCESSFUL ? "passed" : "failed");
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        note(test, "skipped");
    }

    /** Of the runs of one method the worst counts, and "failed" comes first in the alphabet. */
    private void note(TestIdentifier test, String result) {
        if (test.isTest() && test.getSource().orElse(null) instanceof MethodSource method) {
            test.getTags().stream()
                    .map(TestTag::getName)
                    .filter(tag -> tag.matches(AbuseCase.ID))
                    .map(tag -> new Attempt(tag, Attempt.simpleName(method.getClassName()), method.getMethodName()))
                    .forEach(
                            about -> results.merge(about, result, (one, next) -> one.compareTo(next) < 0 ? one : next));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (results.isEmpty()) {
            return;
        }
        Map<Attempt, String> all = read();
        all.putAll(results);
        FileWork.of(() -> Files.writeString(
                FILE,
                all.entrySet().stream()
                        .map(result -> result.getKey().line() + "\t" + result.getValue() + "\n")
                        .collect(Collectors.joining())));
    }

    /** How each test went when it was last run; empty where none was. */
    static Map<Attempt, String> read() {
        if (!Files.exists(FILE)) {
            return new TreeMap<>();
        }
        return FileWork.of(() -> Files.readAllLines(FILE).stream()
                .map(line -> line.split("\t"))
                .collect(Collectors.toMap(
                        cells -> new Attempt(cells[0], cells[1], cells[2]),
                        cells -> cells[3],
                        (one, next) -> next,
                        TreeMap::new)));
    }
}
