package com.mailup.keycloak.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.BearerApi;
import com.mailup.keycloak.testbed.ClientLogin;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Tokens;
import com.mailup.keycloak.testbed.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.ClientRepresentation;

/** No token of a person opens the admin API of the realm, whatever the client that it was given to. */
@Tag("S1")
@ExtendWith(TestBed.class)
@Tag("release")
record AuthorityIT(AdminApi admin, KeycloakServer server, Person person, Person another) {

    private ClientLogin login() {
        return ClientLogin.at(server);
    }

    private void assertOpensNothing(String which, String token) {
        BearerApi api = new BearerApi(server.url() + "/admin/realms/" + server.realm(), token);
        String victim = "/users/" + admin.userId(another.username());
        Map<String, Object> plan = Map.of("attributes", Map.of("plan", List.of("active")));
        Map<String, Object> password = Map.of("type", "password", "value", "una-parola-rubata-42");
        assertRefused(which + " lists", api.status("GET", "/users", null));
        assertRefused(which + " counts", api.status("GET", "/users/count", null));
        assertRefused(which + " reads", api.status("GET", victim, null));
        assertRefused(which + " creates", api.status("POST", "/users", Map.of("username", "x" + UUID.randomUUID())));
        assertRefused(which + " changes", api.status("PUT", victim, plan));
        assertRefused(which + " sets a password", api.status("PUT", victim + "/reset-password", password));
        assertRefused(
                which + " sends a link",
                api.status("PUT", victim + "/execute-actions-email", List.of("UPDATE_PASSWORD")));
        assertRefused(which + " logs out", api.status("POST", victim + "/logout", Map.of()));
        assertRefused(which + " becomes somebody", api.status("POST", victim + "/impersonation", Map.of()));
        assertRefused(which + " reads clients", api.status("GET", "/clients", null));
        assertRefused(which + " deletes", api.status("DELETE", victim, null));
    }

    private static void assertRefused(String what, int status) {
        assertThat(status).as(what).isIn(401, 403);
    }

    private void assertOpenNothing(String client, Tokens tokens) {
        assertOpensNothing("the access token of " + client, tokens.access());
        assertOpensNothing("the ID token of " + client, tokens.id());
        assertOpensNothing("the refresh token of " + client, tokens.refresh());
    }

    private Tokens signInAt(RelyingParty platform) {
        new Visitor().signIn(platform, person);
        return platform.tokens();
    }

    @Test
    void what_the_platform_gets_for_a_person(RelyingParty platform) {
        assertOpenNothing("platform", signInAt(platform));

        assertThat(platform.refresh()).isTrue();
        assertOpenNothing("platform, refreshed", platform.tokens());
    }

    @Test
    void what_the_platform_exchanges_for_it(RelyingParty platform) throws Exception {
        Tokens tokens = signInAt(platform);
        assertThat(exchange(tokens).status()).isEqualTo(400);

        try (AutoCloseable exchanging = admin.changedClient(
                "platform", client -> client.getAttributes().put("standard.token.exchange.enabled", "true"))) {
            Reply exchanged = exchange(tokens);
            assertThat(exchanged.status()).isEqualTo(200);
            assertOpensNothing(
                    "the exchanged token", exchanged.json().path("access_token").asText());
        }
    }

    private Reply exchange(Tokens tokens) {
        return login().ask(Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "client_id", "platform",
                "client_secret", RelyingParty.SECRET,
                "subject_token", tokens.access(),
                "subject_token_type", "urn:ietf:params:oauth:token-type:access_token"));
    }

    @ParameterizedTest
    @CsvSource({
        "account,/realms/mailup/account/",
        "account-console,/realms/mailup/account/",
        "security-admin-console,/admin/mailup/console/"
    })
    void what_a_client_of_keycloaks_gets_for_a_person(String client, String page) {
        Tokens tokens = login().signIn(client, server.url() + page, person);
        assertOpenNothing(client, tokens);
        assertOpenNothing(client + ", refreshed", login().refresh(client, tokens));
    }

    @Test
    void no_further_client_gets_anything_for_a_person() {
        Stream<String> letting = admin.realm().clients().findAll().stream()
                .filter(client -> client.isStandardFlowEnabled()
                        || client.isImplicitFlowEnabled()
                        || client.isDirectAccessGrantsEnabled())
                .filter(client -> !client.isBearerOnly())
                .map(ClientRepresentation::getClientId)
                .filter(client -> !client.equals("spring"));
        assertThat(letting)
                .containsExactlyInAnyOrder("platform", "account", "account-console", "security-admin-console");
    }
}
