package com.mailup.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.ClientLogin;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;

/** No client of the realm takes a password from anywhere but the login page. */
@Tag("S9")
@ExtendWith(TestBed.class)
@Tag("release")
record DirectGrantIT(KeycloakServer server, AdminApi admin) {

    private Reply grant(String client, String username, String password) {
        return ClientLogin.at(server)
                .ask(Map.of(
                        "grant_type", "password",
                        "client_id", client,
                        "username", username,
                        "password", password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin-cli", "account", "account-console", "security-admin-console"})
    void whatever_is_true_of_an_account_the_answer_is_one(String client) {
        Person enabled = Person.any();
        Person disabled = Person.any().disabled();
        Person unfinished = Person.any().withRequiredActions("UPDATE_PASSWORD");
        List.of(enabled, disabled, unfinished).forEach(admin::create);

        for (String name : List.of(enabled.username(), disabled.username(), unfinished.username(), "nobody")) {
            for (String password : List.of(Person.PASSWORD, "wrong")) {
                Reply answer = grant(client, name, password);
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.json().path("error").asText()).isEqualTo("unauthorized_client");
                assertThat(answer.body())
                        .isEqualTo(grant(client, "nobody", "wrong").body());
            }
        }
    }

    @Test
    void a_client_that_an_administrator_creates_takes_none() {
        String name = "c" + UUID.randomUUID();
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(name);
        client.setPublicClient(true);
        admin.create(client);
        try {
            assertThat(grant(name, "nobody", "wrong").json().path("error").asText())
                    .isEqualTo("unauthorized_client");
        } finally {
            admin.client(name).remove();
        }
    }

    @Test
    void the_other_clients_of_keycloak_are_there() {
        assertThat(admin.realm().clients().findAll())
                .extracting(ClientRepresentation::getClientId)
                .contains(
                        "account",
                        "account-console",
                        "admin-cli",
                        "broker",
                        "realm-management",
                        "security-admin-console");
    }
}
