package com.mailup.keycloak.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mailup.keycloak.testbed.Inbox;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.PlatformProcess;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** What {@code ./run} shows: Keycloak with our jar, theme and realm, an inbox and a platform to sign in to. */
public final class Demo {

    private Demo() {}

    public static void main(String[] arguments) throws InterruptedException {
        AtomicBoolean stopping = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopping.set(true)));
        try {
            start();
        } catch (RuntimeException e) {
            // Ctrl-C reaches Keycloak too: that it then ends before it was ready is no news.
            if (!stopping.get()) {
                System.err.println(e.getMessage());
            }
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void start() {
        int keycloakPort = port("KEYCLOAK_PORT", 8080);
        Path folder = Repository.here().root().resolve(".run");
        KeycloakSetup setup = KeycloakSetup.in(folder.resolve("keycloak-" + Repository.version()))
                .development()
                .log(folder.resolve("keycloak.log"))
                .port(keycloakPort);
        Mailbox mailbox = new Mailbox();
        Inbox inbox = new Inbox(mailbox, port("INBOX_PORT", 8025));
        String realmUrl = "http://localhost:" + keycloakPort + "/realms/" + setup.realm();
        int platformPort = port("PLATFORM_PORT", 8081);
        String platform = "http://localhost:" + platformPort;
        KeycloakServer server = setup.with(mailbox).platform(platform).start();
        // Ends with this program, as Keycloak does.
        new PlatformProcess(
                platformPort, RelyingParty.CLIENT, realmUrl, PlatformProcess.IN_MEMORY, folder.resolve("platform.log"));
        System.out.println(block(server, platform, inbox));
    }

    private static String block(KeycloakServer server, String platform, Inbox inbox) {
        List<String> lines = new ArrayList<>(List.of(
                "",
                "Platform            " + platform + "/",
                "Sign in             " + platform + "/oauth2/authorization/mailup",
                "Sign in, by plan    " + platform + "/oauth2/authorization/mailup?landing=plan",
                "Ask for a trial     " + platform + "/prova",
                "Inbox               " + inbox.url() + "  (JSON: " + inbox.url() + "api/messages)",
                "Account             " + server.realmUrl() + "/account",
                "Administration      " + server.url() + "/admin/master/console/#/" + server.realm() + "  "
                        + KeycloakServer.ADMIN + " / " + KeycloakServer.ADMIN,
                "",
                "Demo logins"));
        Repository.here().people().forEach(file -> lines.addAll(people(file)));
        lines.addAll(List.of(
                "",
                "Cards that the platform knows are sandbox ones: no money moves.",
                "An edit under themes/ shows on the next F5. Logs: .run/keycloak.log, .run/platform.log",
                "Ctrl-C stops everything; accounts, mails and purchases are then thrown away.",
                "READY"));
        return String.join("\n", lines);
    }

    private static List<String> people(Path file) {
        try {
            List<String> lines = new ArrayList<>();
            for (JsonNode person : new ObjectMapper().readTree(file.toFile()).path("users")) {
                lines.add(line(person));
            }
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read " + file, e);
        }
    }

    private static String line(JsonNode person) {
        List<String> notes = new ArrayList<>(List.of(person.path("email").asText("no e-mail address")));
        JsonNode attributes = person.path("attributes");
        attributes.path("plan").forEach(plan -> notes.add("plan " + plan.asText()));
        attributes.path("planEndsAt").forEach(end -> notes.add("until " + end.asText()));
        if (!person.path("enabled").asBoolean()) {
            notes.add("disabled");
        }
        if (!person.path("emailVerified").asBoolean()) {
            notes.add("address not verified");
        }
        String password = person.path("credentials").path(0).path("value").asText("no password");
        return "  %-8s / %s  (%s)".formatted(person.path("username").asText(), password, String.join(", ", notes));
    }

    private static int port(String variable, int usual) {
        String wish = System.getenv().getOrDefault(variable, "");
        return wish.isEmpty() ? usual : Integer.parseInt(wish);
    }
}
