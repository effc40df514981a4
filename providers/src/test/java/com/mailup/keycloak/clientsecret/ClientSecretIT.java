package com.mailup.keycloak.clientsecret;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.TestBed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticationExecutionRepresentation;
import org.keycloak.representations.idm.AuthenticationFlowRepresentation;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Where nobody has filled a placeholder in, an application has a secret that nobody knows. */
@Tag("S10")
@ExtendWith(TestBed.class)
class ClientSecretIT {

    private static final String PLACEHOLDER = "${NOBODY_HAS_SET_THIS}";
    private static final String RANDOM = "[A-Za-z0-9]{32,}";

    private final String client = "c" + UUID.randomUUID();
    private AdminApi admin;
    private AdminApi theirs;
    private KeycloakServer server;

    @BeforeEach
    void a_server(AdminApi admin, KeycloakServer server) {
        this.admin = admin;
        this.server = server;
    }

    @AfterEach
    void nothing_is_left() {
        if (theirs != null) {
            theirs.realm().remove();
        }
    }

    /** Empty where it has none. */
    private static String secret(AdminApi realm, String clientId) {
        return Objects.requireNonNullElse(
                realm.client(clientId).toRepresentation().getSecret(), "");
    }

    private String loggedOf(String clientId, String realm) {
        return "The secret of the client %s in the realm %s was empty or a placeholder".formatted(clientId, realm);
    }

    /** The secret that a new client has, which is deleted afterwards. */
    private String created(AdminApi realm, Consumer<ClientRepresentation> further) {
        realm.create(with(further));
        try {
            return secret(realm, client);
        } finally {
            realm.client(client).remove();
        }
    }

    private ClientRepresentation with(Consumer<ClientRepresentation> further) {
        ClientRepresentation some = new ClientRepresentation();
        some.setClientId(client);
        some.setSecret(PLACEHOLDER);
        further.accept(some);
        return some;
    }

    @Test
    void after_an_import_without_the_variable() {
        assertThat(secret(admin.inRealm("wrong"), "platform")).matches(RANDOM);
        assertThat(server.log()).containsPattern("ERROR.*" + loggedOf("platform", "wrong"));
        assertThat(server.log()).doesNotContain(secret(admin.inRealm("wrong"), "platform"));
    }

    @Test
    void when_it_is_created() {
        assertThat(created(admin, some -> {})).matches(RANDOM);
        assertThat(server.log()).contains(loggedOf(client, "mailup"));
    }

    /** The variable is set, to nothing: an empty secret would then open the client to anybody. */
    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void when_it_is_empty(String secret) {
        assertThat(created(admin, some -> some.setSecret(secret))).matches(RANDOM);
        assertThat(server.log()).contains(loggedOf(client, "mailup"));
    }

    /** It signs nobody in, but Keycloak tells it whose a token is. */
    @Test
    void when_it_only_takes_tokens() {
        assertThat(created(admin, some -> some.setBearerOnly(true))).matches(RANDOM);
    }

    @Test
    void when_it_is_created_by_a_partial_import() {
        PartialImportRepresentation clients = new PartialImportRepresentation();
        clients.setClients(List.of(with(some -> {})));
        AdminApi.created(admin.realm().partialImport(clients));
        try {
            assertThat(secret(admin, client)).matches(RANDOM);
        } finally {
            admin.client(client).remove();
        }
    }

    @Test
    void when_it_is_changed() {
        admin.create(with(some -> some.setSecret("a-good-one")));
        try {
            assertThat(secret(admin, client)).isEqualTo("a-good-one");
            admin.changedClient(client, changed -> changed.setSecret("before" + PLACEHOLDER));
            assertThat(secret(admin, client)).matches(RANDOM);
        } finally {
            admin.client(client).remove();
        }
    }

    @Test
    void when_its_realm_becomes_ours() {
        makeTheirs();
        theirs.create(with(some -> {}));
        assertThat(secret(theirs, client)).isEqualTo(PLACEHOLDER);
        addStep(flow(), "REQUIRED");
        bind();
        assertThat(secret(theirs, client)).matches(RANDOM);
    }

    @Test
    void when_a_flow_of_its_realm_gets_a_step_of_ours() {
        makeTheirs();
        String flow = flow();
        bind();
        theirs.create(with(some -> {}));
        addStep(flow, "REQUIRED");
        assertThat(secret(theirs, client)).matches(RANDOM);
    }

    @Test
    void when_a_step_of_ours_is_turned_on() {
        makeTheirs();
        String flow = flow();
        bind();
        addStep(flow, "DISABLED");
        theirs.create(with(some -> {}));
        assertThat(secret(theirs, client)).isEqualTo(PLACEHOLDER);
        AuthenticationExecutionInfoRepresentation step = theirs.step("f", "mailup-login");
        step.setRequirement("REQUIRED");
        theirs.realm().flows().updateExecutions("f", step);
        assertThat(secret(theirs, client)).matches(RANDOM);
    }

    @Test
    void when_only_one_client_of_its_realm_signs_people_in_by_a_flow_of_ours() {
        makeTheirs();
        String flow = flow();
        addStep(flow, "REQUIRED");
        theirs.create(with(some -> {}));
        assertThat(secret(theirs, client)).as("nobody signs in by it").isEqualTo(PLACEHOLDER);
        ClientRepresentation ours = new ClientRepresentation();
        ours.setClientId("ours");
        ours.setAuthenticationFlowBindingOverrides(Map.of("browser", flow));
        theirs.create(ours);
        String second = "d" + UUID.randomUUID();
        theirs.create(with(some -> some.setClientId(second)));
        assertThat(secret(theirs, second)).matches(RANDOM);
    }

    /** The id of a new and empty flow. */
    private String flow() {
        AuthenticationFlowRepresentation flow = new AuthenticationFlowRepresentation();
        flow.setAlias("f");
        flow.setProviderId("basic-flow");
        flow.setTopLevel(true);
        return AdminApi.created(theirs.realm().flows().createFlow(flow));
    }

    /** People sign in by the flow from now on. */
    private void bind() {
        theirs.changedRealm(realm -> realm.setBrowserFlow("f"));
    }

    private void addStep(String flow, String requirement) {
        AuthenticationExecutionRepresentation step = new AuthenticationExecutionRepresentation();
        step.setParentFlow(flow);
        step.setAuthenticator("mailup-login");
        step.setRequirement(requirement);
        AdminApi.created(theirs.realm().flows().addExecution(step));
    }

    @Test
    void but_not_in_a_realm_of_somebody_else() {
        makeTheirs();
        assertThat(created(theirs, some -> {})).isEqualTo(PLACEHOLDER);
        assertThat(server.log()).doesNotContain(client);
    }

    private void makeTheirs() {
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm("r" + UUID.randomUUID());
        realm.setEnabled(true);
        theirs = admin.createRealm(realm);
    }

    @Test
    void nor_where_it_is_looked_up_elsewhere_or_not_asked_for() {
        assertThat(created(admin, some -> some.setSecret("${vault.platform}"))).isEqualTo("${vault.platform}");
        assertThat(created(admin, some -> some.setClientAuthenticatorType("client-jwt")))
                .isEqualTo(PLACEHOLDER);
        assertThat(created(admin, some -> some.setPublicClient(true))).isIn(PLACEHOLDER, "");
        assertThat(server.log()).doesNotContain(client);
    }
}
