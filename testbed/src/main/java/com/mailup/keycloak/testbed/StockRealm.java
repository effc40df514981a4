package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Our realm as it would be without us, with Keycloak's own theme and flows: what comparisons compare with. */
public final class StockRealm {

    public static final String NAME = "stock";

    private StockRealm() {}

    /** As {@code --import-realm} wants it. */
    public static Path file(RelyingParty platform) {
        ObjectMapper json = new ObjectMapper();
        String home = platform.home().replaceFirst("/$", "");
        Path file = Repository.here().target().resolve(NAME + "-realm.json");
        FileWork.of(() -> {
            String ours = Files.readString(Repository.here().realm().get(0));
            ObjectNode realm = (ObjectNode) json.readTree(ours.replaceAll("\\$\\{PLATFORM_URL:[^}]*}", home));
            realm.put("realm", NAME);
            realm.remove(List.of("""
                    loginTheme emailTheme browserFlow resetCredentialsFlow registrationFlow authenticationFlows
                    authenticatorConfig requiredActions clientScopes components adminPermissionsEnabled
                    adminPermissionsClient localizationTexts""".split("\\s+")));
            ArrayNode clients = realm.withArray("clients");
            clients.remove(1);
            ((ObjectNode) clients.get(0)).remove(List.of("protocolMappers", "defaultClientScopes"));
            json.writeValue(file.toFile(), realm);
        });
        return file;
    }
}
