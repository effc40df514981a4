package com.mailup.keycloak.flowcheck;

import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Warns of a production server that takes the host of its links from each request. */
record HostnameWarning(boolean development, String hostname) {

    static HostnameWarning ofThisServer() {
        return new HostnameWarning(
                Environment.isDevMode(), Config.scope("hostname", "v2").get("hostname"));
    }

    Optional<String> warning(KeycloakSession session) {
        return warning(session.realms()
                .getRealmsStream()
                .filter(realm -> new MailupRealm(realm).hasMailupStep())
                // A host of its own, by Realm settings -> General -> Frontend URL.
                .filter(realm -> blank(realm.getAttribute("frontendUrl")))
                .map(RealmModel::getName)
                .sorted()
                .toList());
    }

    Optional<String> warning(List<String> realms) {
        return development || realms.isEmpty() || !blank(hostname)
                ? Optional.empty()
                : Optional.of(
                        "This server has no fixed hostname: the sender of a request chooses the host of the links in the mails of %s. Start it with --hostname=https://login.example.com."
                                .formatted(String.join(", ", realms)));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
