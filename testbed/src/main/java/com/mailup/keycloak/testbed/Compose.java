package com.mailup.keycloak.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** {@code docker-compose.yml} with all that it needs in a folder, with ports and a name of its own. */
public final class Compose implements Running {

    private static final String PROJECT = "mailup-compose-it";
    private static final String LABEL = "label=com.docker.compose.project=" + PROJECT;
    private static final List<String> PROGRAM = program();
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final Repository repository = Repository.here();
    private final Path folder = repository.target().resolve("compose");
    private final Map<String, String> settings = new TreeMap<>();
    private final int keycloak = FreePort.find();
    private final int platform = FreePort.find();
    private final int inbox = FreePort.find();

    public Compose() {
        settings.putAll(Map.of(
                "POSTGRES_PASSWORD", UUID.randomUUID().toString(),
                "KEYCLOAK_DB_PASSWORD", UUID.randomUUID().toString(),
                "PLATFORM_DB_PASSWORD", UUID.randomUUID().toString(),
                "KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakServer.ADMIN,
                // As openssl may make one.
                "PLATFORM_SECRET", "a+b/c=" + UUID.randomUUID(),
                "KEYCLOAK_PORT", String.valueOf(keycloak),
                "PLATFORM_PORT", String.valueOf(platform),
                "INBOX_PORT", String.valueOf(inbox),
                "KC_HOSTNAME", keycloak(),
                "PLATFORM_URL", platform()));
        lay();
    }

    public String platform() {
        return "http://localhost:" + platform;
    }

    public String keycloak() {
        return "http://localhost:" + keycloak;
    }

    public Mailpit inbox() {
        return new Mailpit("http://localhost:" + inbox);
    }

    /** Keycloak, whichever node answers. */
    public AdminApi admin() {
        return new AdminApi(new KeycloakServer(keycloak(), "", "mailup", this), "mailup");
    }

    /** The names of the secrets of {@code .env} whose value this container was given, under whatever name. */
    public List<String> secretsIn(String service) {
        String environment = inspected(service, "{{json .Config.Env}}");
        return settings.entrySet().stream()
                .filter(it -> it.getKey().matches(".*(PASSWORD|SECRET)"))
                // The administrator's is a word that stands in other values too.
                .filter(it -> environment.contains("=" + it.getValue() + "\""))
                .map(Map.Entry::getKey)
                .filter(it -> !it.equals("KC_BOOTSTRAP_ADMIN_PASSWORD") || environment.contains(it))
                .toList();
    }

    /** What the engine knows of the container of this service. */
    public String inspected(String service, String format) {
        String container = containers(service, "-a").strip();
        return command("docker", "inspect", "--format", format, container);
    }

    private String containers(String service, String further) {
        String words = "docker ps -q --filter %s --filter label=com.docker.compose.service=%s %s";
        return command(words.formatted(LABEL, service, further).split(" "));
    }

    /** Returns when each of these is healthy. */
    public void up(List<String> services) {
        run("up", "-d", "--build");
        services.forEach(this::awaitHealthy);
    }

    public void start(String service) {
        run("start", service);
        awaitHealthy(service);
    }

    /** As a power cut would. */
    public void kill(String service) {
        run("kill", "-s", "SIGKILL", service);
    }

    @Override
    public String log() {
        return log(new String[0]);
    }

    /** Of these services. */
    public String log(String... services) {
        List<String> logs = List.of("logs", "--no-color");
        return run(join(logs, List.of(services)).toArray(String[]::new));
    }

    /** The same commands with this setting in {@code .env}. */
    public Compose with(String setting, String value) {
        settings.put(setting, value);
        lay();
        return this;
    }

    /** What the engine still has of it: containers, networks and volumes. */
    public List<String> left() {
        return Stream.of(
                        command("docker", "ps", "-a", "-q", "--filter", LABEL),
                        command("docker", "network", "ls", "-q", "--filter", LABEL),
                        command("docker", "volume", "ls", "-q", "--filter", LABEL))
                .flatMap(String::lines)
                .toList();
    }

    /** An output of {@code docker-compose}, with the second node; where it fails, an error with all that it said. */
    public String run(String... arguments) {
        List<String> command = join(join(PROGRAM, List.of("-p", PROJECT, "--profile", "cluster")), List.of(arguments));
        return command(command.toArray(String[]::new));
    }

    /** What it has said is kept beside its folder. */
    @Override
    public void close() {
        try {
            Files.writeString(folder.resolveSibling("compose.log"), log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            run("down", "-v");
        }
    }

    private void awaitHealthy(String service) {
        // Not by Compose, which takes a second of a core that the service needs.
        Await.until(
                service + " is healthy",
                TIMEOUT,
                () -> !containers(service, "--filter health=healthy").isBlank());
    }

    /** Whether this machine has the plugin, or the program of before it. */
    public static boolean isHere() {
        return !PROGRAM.isEmpty();
    }

    private static List<String> program() {
        return Stream.of(List.of("docker", "compose"), List.of("docker-compose"))
                .filter(it -> new Command(Path.of("."), join(it, List.of("version"))).succeeds())
                .findFirst()
                .orElse(List.of());
    }

    private static List<String> join(List<String> words, List<String> more) {
        return Stream.concat(words.stream(), more.stream()).toList();
    }

    private String command(String... words) {
        return new Command(folder, Arrays.asList(words)).output();
    }

    private void lay() {
        FileWork.of(() -> {
            for (Path file : files()) {
                Path there = folder.resolve(repository.root().relativize(file));
                Files.createDirectories(there.getParent());
                Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING);
            }
            List<String> lines = settings.entrySet().stream()
                    .map(it -> it.getKey() + "=" + it.getValue())
                    .toList();
            Files.write(folder.resolve(".env"), lines);
        });
    }

    private List<Path> files() {
        Path root = repository.root();
        return Stream.of(
                        root.resolve("docker-compose.yml"),
                        root.resolve("Dockerfile"),
                        root.resolve(".dockerignore"),
                        root.resolve("proxy/haproxy.cfg"),
                        root.resolve("platform/Dockerfile"),
                        root.resolve("realm-export/mailup-realm.json"),
                        repository.jar(),
                        repository.platformJar())
                .toList();
    }
}
