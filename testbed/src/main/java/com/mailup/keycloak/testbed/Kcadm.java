package com.mailup.keycloak.testbed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The script of ours that works with Keycloak's command line for administrators, which is signed in to a server. */
public final class Kcadm {

    private final Repository repository = Repository.here();
    private final String command = repository.keycloak().resolve("bin/kcadm.sh").toString();
    private final Path home;

    public Kcadm(KeycloakServer server) {
        String admin = KeycloakServer.ADMIN;
        home = FileWork.of(() -> Files.createDirectories(repository.target().resolve("kcadm")));
        output(
                command,
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

    /** What it says, line by line. */
    public List<String> intoRealm(String... arguments) {
        String script = repository.root().resolve("realm-export/into-realm").toString();
        return output(
                Stream.concat(Stream.of("bash", script), Stream.of(arguments)).toArray(String[]::new));
    }

    private List<String> output(String... line) {
        List<String> words = new ArrayList<>(List.of("env", "KCADM=" + command));
        // The language that a machine without any has: what is not ASCII has to survive it.
        words.add("LC_ALL=C");
        words.add("KC_OPTS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Duser.home=" + home);
        words.addAll(List.of(line));
        return new Command(Path.of("."), words).output().lines().toList();
    }
}
