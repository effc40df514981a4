package com.mailup.keycloak.load;

import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.StockRealm;
import java.util.Map;

/** A Keycloak that is asked for new passwords: with our jar and realm, or as it comes. */
enum Contender {
    OURS("mailup") {
        @Override
        KeycloakSetup setup(RelyingParty platform, Population people) {
            return KeycloakSetup.named("load-ours")
                    .imports(Repository.here().realm().get(0), people.file(realm()));
        }

        @Override
        Map<String, String> fields(String username) {
            return Map.of("username", username, "email", Population.email(username));
        }
    },
    STOCK(StockRealm.NAME) {
        @Override
        KeycloakSetup setup(RelyingParty platform, Population people) {
            return KeycloakSetup.named("load-stock")
                    .withoutOurJar()
                    .imports(StockRealm.file(platform), people.file(realm()));
        }

        @Override
        Map<String, String> fields(String username) {
            return Map.of("username", username);
        }
    };

    private final String realm;

    Contender(String realm) {
        this.realm = realm;
    }

    String realm() {
        return realm;
    }

    abstract KeycloakSetup setup(RelyingParty platform, Population people);

    abstract Map<String, String> fields(String username);
}
