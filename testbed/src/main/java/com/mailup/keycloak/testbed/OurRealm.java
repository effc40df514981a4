package com.mailup.keycloak.testbed;

import jakarta.ws.rs.WebApplicationException;
import java.nio.file.Files;
import java.util.Map;
import org.keycloak.common.util.StringPropertyReplacer;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.util.JsonSerialization;

/** Our realm once more on the server of the run, for tests that change more of it than they could take back. */
public final class OurRealm implements AutoCloseable {

    private final AdminApi admin;
    private final RelyingParty platform;

    public OurRealm(KeycloakServer server, AdminApi existing, Mailbox mailbox, String name) {
        platform = new RelyingParty(0, server.url() + "/realms/" + name);
        Map<String, String> variables = Map.of(
                "PLATFORM_URL", platform.home().replaceFirst("/$", ""),
                "PLATFORM_SECRET", RelyingParty.SECRET,
                "SMTP_HOST", Containers.thisMachine(),
                "SMTP_PORT", String.valueOf(mailbox.port()));
        RealmRepresentation realm = realm(variables);
        realm.setRealm(name);
        admin = existing.createRealm(realm);
    }

    private static RealmRepresentation realm(Map<String, String> variables) {
        return FileWork.of(() -> {
            String file = Files.readString(Repository.here().realm().get(0));
            return JsonSerialization.readValue(
                    StringPropertyReplacer.replaceProperties(file, variables::get), RealmRepresentation.class);
        });
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
        Await.until("the realm is gone", this::isDeleted);
        platform.close();
    }

    private boolean isDeleted() {
        try {
            admin.realm().remove();
            return true;
        } catch (WebApplicationException e) {
            return false;
        }
    }
}
