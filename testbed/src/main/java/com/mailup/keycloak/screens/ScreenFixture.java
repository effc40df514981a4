package com.mailup.keycloak.screens;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** All that a journey to a screen may need. */
public record ScreenFixture(KeycloakServer server, AdminApi admin, Mailbox mailbox, RelyingParty platform) {

    /** A new account, different from the usual one as said. */
    public Person someone(UnaryOperator<Person> difference) {
        String name = "m" + UUID.randomUUID().toString().substring(0, 8);
        return admin.create(difference.apply(Person.named(name)));
    }
}
