package com.mailup.keycloak.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a run has started is left behind by it, however it ends. */
class ServerProcessTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    /** What tests are to this JVM, and it to a server: it starts one, and another one on its way out. */
    static final class Run {

        public static void main(String[] arguments) throws InterruptedException {
            Path folder = Path.of(arguments[0]);
            Thread late = new Thread(() -> start(folder.resolve("late")));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                late.start();
                try {
                    late.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
            start(folder.resolve("early"));
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }

        /** A parent and a child, as kc.sh and its Java are; each writes its process id. */
        private static void start(Path pids) {
            String server = "echo $$ >> %1$s; sh -c 'echo $$ >> %1$s; sleep 300; true'; true".formatted(pids);
            new ServerProcess(List.of("sh", "-c", server), Map.of(), Path.of(pids + ".log"));
        }
    }

    private List<Long> pids(String name) {
        try {
            Path file = folder.resolve(name);
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().map(Long::valueOf).toList()
                    : List.of();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** With no signal ignored: what a shell starts in the background inherits that it ignores INT, or HUP. */
    private Process run() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process run = new ProcessBuilder(
                        "env",
                        "--default-signal",
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Run.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("run.log").toFile())
                .start();
        Await.until("the server is there", LIMIT, () -> pids("early").size() == 2);
        return run;
    }

    @Test
    void a_killed_run_leaves_no_server() throws Exception {
        run().destroyForcibly().waitFor(20, TimeUnit.SECONDS);

        Await.until("the server has ended", LIMIT, () -> pids("early").stream().noneMatch(ServerProcessTest::alive));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP"})
    void a_run_that_is_told_to_end_ends_its_server_and_starts_no_other(String signal) throws Exception {
        Process run = run();

        new ProcessBuilder("kill", "-" + signal, Long.toString(run.pid()))
                .start()
                .waitFor();

        assertThat(run.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(pids("early")).noneMatch(ServerProcessTest::alive);
        assertThat(pids("late")).isEmpty();
    }
}
