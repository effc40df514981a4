package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Our realm once more on the server of the run, for tests that change more of it than they could take back. */
public final class OurRealm implements AutoCloseable {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(?::([^}]*))?}");

    private final AdminApi admin;
    private final RelyingParty platform;

    public OurRealm(KeycloakServer server, AdminApi existing, Mailbox mailbox, String name) {
        platform = new RelyingParty(0, server.url() + "/realms/" + name);
        Map<String, String> variables = new HashMap<>(Map.of(
                "PLATFORM_URL", platform.home().replaceFirst("/$", ""),
                "PLATFORM_SECRET", RelyingParty.SECRET,
                "SMTP_HOST", Containers.thisMachine(),
                "SMTP_PORT", String.valueOf(mailbox.port())));
        existing.createRealm(realm(variables).put("realm", name));
        admin = existing.inRealm(name);
    }

    private static ObjectNode realm(Map<String, String> variables) {
        try {
            String file = Files.readString(Repository.here().realm().get(0));
            JsonNode realm = new ObjectMapper()
                    .readTree(VARIABLE.matcher(file)
                            .replaceAll(found -> Matcher.quoteReplacement(variables.getOrDefault(
                                    found.group(1), found.group(2) == null ? "" : found.group(2)))));
            return (ObjectNode) realm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public AdminApi admin() {
        return admin;
    }

    public RelyingParty platform() {
        return platform;
    }

    /** A worker may still be at a mail of this realm, and make accounts of a directory's people. */
    @Override
    public void close() {
        Await.until("the realm is gone", Duration.ofSeconds(20), this::isDeleted);
        platform.close();
    }

    private boolean isDeleted() {
        try {
            admin.delete("");
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
