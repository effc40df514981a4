package com.mailup.keycloak.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Keycloak's command line for administrators, signed in to a server, and the script of ours that works with it. */
public final class Kcadm {

    private final Repository repository = Repository.here();
    private final String command = repository.keycloak().resolve("bin/kcadm.sh").toString();
    private final Path home;

    public Kcadm(KeycloakServer server) {
        try {
            home = Files.createDirectories(repository.target().resolve("kcadm"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String admin = KeycloakServer.ADMIN;
        run(
                "config",
                "credentials",
                "--server",
                server.url(),
                "--realm",
                "master",
                "--user",
                admin,
                "--password",
                admin);
    }

    public void createRealm(String representation) {
        try {
            Path file = Files.writeString(home.resolve("realm.json"), representation);
            run("create", "realms", "-f", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it says, line by line. */
    public List<String> intoRealm(String... arguments) {
        String script = repository.root().resolve("realm-export/into-realm").toString();
        return output(
                Stream.concat(Stream.of("bash", script), Stream.of(arguments)).toList());
    }

    private void run(String... arguments) {
        output(Stream.concat(Stream.of(command), Stream.of(arguments)).toList());
    }

    private List<String> output(List<String> line) {
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.environment().put("KCADM", command);
        // The language that a machine without any has: what is not ASCII has to survive it.
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("KC_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.home=" + home);
        try {
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(line + " failed: " + said);
            }
            return said.lines().toList();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("Could not run " + line, e);
        }
    }
}
