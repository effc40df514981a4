package com.mailup.keycloak.clientsecret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.TestBed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nobody has filled a placeholder in, an application has a secret that nobody knows. */
@Tag("S10")
@ExtendWith(TestBed.class)
class ClientSecretIT {

    private static final String PLACEHOLDER = "${NOBODY_HAS_SET_THIS}";
    private static final String RANDOM = "[A-Za-z0-9]{32,}";

    private final String client = "c" + UUID.randomUUID();
    private AdminApi admin;
    private KeycloakServer server;

    @BeforeEach
    void a_server(AdminApi admin, KeycloakServer server) {
        this.admin = admin;
        this.server = server;
    }

    private static String secret(AdminApi realm, String clientId) {
        return realm.get("clients?clientId=" + clientId).path(0).path("secret").asText();
    }

    private String loggedOf(String clientId, String realm) {
        return "The secret of the client %s in the realm %s was empty or a placeholder".formatted(clientId, realm);
    }

    /** The secret that a new client has, which is gone afterwards. */
    private String created(AdminApi realm, Map<String, Object> further) {
        String id = realm.post("clients", with(further));
        try {
            return secret(realm, client);
        } finally {
            realm.delete("clients/" + id);
        }
    }

    private Map<String, Object> with(Map<String, Object> further) {
        Map<String, Object> all = new java.util.HashMap<>(Map.of("clientId", client, "secret", PLACEHOLDER));
        all.putAll(further);
        return all;
    }

    @Test
    void after_an_import_without_the_variable() {
        assertThat(secret(admin.inRealm("wrong"), "platform")).matches(RANDOM);
        assertThat(server.log()).containsPattern("ERROR.*" + loggedOf("platform", "wrong"));
        assertThat(server.log()).doesNotContain(secret(admin.inRealm("wrong"), "platform"));
    }

    @Test
    void when_it_is_created() {
        assertThat(created(admin, Map.of())).matches(RANDOM);
        assertThat(server.log()).contains(loggedOf(client, "mailup"));
    }

    /** The variable is set, to nothing: an empty secret would then open the client to anybody. */
    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void when_it_is_empty(String secret) {
        assertThat(created(admin, Map.of("secret", secret))).matches(RANDOM);
        assertThat(server.log()).contains(loggedOf(client, "mailup"));
    }

    /** It signs nobody in, but Keycloak tells it whose a token is. */
    @Test
    void when_it_only_takes_tokens() {
        assertThat(created(admin, Map.of("bearerOnly", true))).matches(RANDOM);
    }

    @Test
    void when_it_is_created_by_a_partial_import() {
        admin.post("partialImport", Map.of("clients", List.of(with(Map.of()))));
        try {
            assertThat(secret(admin, client)).matches(RANDOM);
        } finally {
            admin.delete("clients/"
                    + admin.get("clients?clientId=" + client).path(0).path("id").asText());
        }
    }

    @Test
    void when_it_is_changed() {
        String id = admin.post("clients", with(Map.of("secret", "a-good-one")));
        try {
            ObjectNode changed = (ObjectNode) admin.get("clients/" + id);
            assertThat(changed.path("secret").asText()).isEqualTo("a-good-one");
            admin.put("clients/" + id, changed.put("secret", "before" + PLACEHOLDER));
            assertThat(secret(admin, client)).matches(RANDOM);
        } finally {
            admin.delete("clients/" + id);
        }
    }

    @Test
    void when_its_realm_becomes_ours() {
        AdminApi theirs = theirs();
        try {
            theirs.post("clients", with(Map.of()));
            assertThat(secret(theirs, client)).isEqualTo(PLACEHOLDER);
            String flow = theirs.post(
                    "authentication/flows", Map.of("alias", "f", "providerId", "basic-flow", "topLevel", true));
            theirs.post("authentication/executions", step(flow, "REQUIRED"));
            theirs.put("", ((ObjectNode) theirs.get("")).put("browserFlow", "f"));
            assertThat(secret(theirs, client)).matches(RANDOM);
        } finally {
            theirs.delete("");
        }
    }

    @Test
    void when_a_flow_of_its_realm_gets_a_step_of_ours() {
        AdminApi theirs = theirs();
        try {
            String flow = bound(theirs);
            theirs.post("clients", with(Map.of()));
            theirs.post("authentication/executions", step(flow, "REQUIRED"));
            assertThat(secret(theirs, client)).matches(RANDOM);
        } finally {
            theirs.delete("");
        }
    }

    @Test
    void when_a_step_of_ours_is_turned_on() {
        AdminApi theirs = theirs();
        try {
            String flow = bound(theirs);
            theirs.post("authentication/executions", step(flow, "DISABLED"));
            theirs.post("clients", with(Map.of()));
            assertThat(secret(theirs, client)).isEqualTo(PLACEHOLDER);
            ObjectNode step =
                    (ObjectNode) theirs.get("authentication/flows/f/executions").get(0);
            theirs.put("authentication/flows/f/executions", step.put("requirement", "REQUIRED"));
            assertThat(secret(theirs, client)).matches(RANDOM);
        } finally {
            theirs.delete("");
        }
    }

    @Test
    void when_only_one_client_of_its_realm_signs_people_in_by_a_flow_of_ours() {
        AdminApi theirs = theirs();
        try {
            String flow = theirs.post(
                    "authentication/flows", Map.of("alias", "f", "providerId", "basic-flow", "topLevel", true));
            theirs.post("authentication/executions", step(flow, "REQUIRED"));
            theirs.post("clients", with(Map.of()));
            assertThat(secret(theirs, client)).as("nobody signs in by it").isEqualTo(PLACEHOLDER);
            theirs.post(
                    "clients",
                    Map.of("clientId", "ours", "authenticationFlowBindingOverrides", Map.of("browser", flow)));
            String second = "d" + UUID.randomUUID();
            theirs.post("clients", Map.of("clientId", second, "secret", PLACEHOLDER));
            assertThat(secret(theirs, second)).matches(RANDOM);
        } finally {
            theirs.delete("");
        }
    }

    /** The id of an empty flow that people sign in by. */
    private static String bound(AdminApi realm) {
        String flow =
                realm.post("authentication/flows", Map.of("alias", "f", "providerId", "basic-flow", "topLevel", true));
        realm.put("", ((ObjectNode) realm.get("")).put("browserFlow", "f"));
        return flow;
    }

    private static Map<String, Object> step(String flow, String requirement) {
        return Map.of("parentFlow", flow, "authenticator", "mailup-login", "requirement", requirement);
    }

    @Test
    void but_not_in_a_realm_of_somebody_else() {
        AdminApi theirs = theirs();
        try {
            assertThat(created(theirs, Map.of())).isEqualTo(PLACEHOLDER);
        } finally {
            theirs.delete("");
        }
        assertThat(server.log()).doesNotContain(client);
    }

    private AdminApi theirs() {
        String realm = "r" + UUID.randomUUID();
        admin.inRealm("").post("", Map.of("realm", realm, "enabled", true));
        return admin.inRealm(realm);
    }

    @Test
    void nor_where_it_is_looked_up_elsewhere_or_not_asked_for() {
        assertThat(created(admin, Map.of("secret", "${vault.platform}"))).isEqualTo("${vault.platform}");
        assertThat(created(admin, Map.of("clientAuthenticatorType", "client-jwt")))
                .isEqualTo(PLACEHOLDER);
        assertThat(created(admin, Map.of("publicClient", true))).isIn(PLACEHOLDER, "");
        assertThat(server.log()).doesNotContain(client);
    }
}
