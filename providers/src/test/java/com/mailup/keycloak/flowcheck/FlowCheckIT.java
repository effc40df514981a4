package com.mailup.keycloak.flowcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Directory;
import com.mailup.keycloak.testbed.Federation;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.OurRealm;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("try") // what is closed is the change of the realm: nothing refers to it
@ExtendWith(TestBed.class)
class FlowCheckIT {

    private static final String FLOW = "authentication/flows/mailup%20reset%20credentials/executions";

    @BeforeEach
    void nothing_told_yet(AdminApi admin) {
        admin.delete("admin-events");
        admin.forgetEvents();
    }

    /** Servers of the suite have no fixed hostname, and listen to what visitors say of their addresses. */
    @Test
    @Tag("S12")
    void a_server_without_a_hostname_is_named_and_one_that_listens_to_its_proxy_is_not(
            KeycloakServer server, RelyingParty platform) {
        new Visitor().openLogin(platform);

        assertThat(server.log())
                .containsPattern(
                        "WARN.*This server has no fixed hostname: .* the mails of .*mailup.*\\. Start it with --hostname")
                .doesNotContain("does not listen to the proxy");
    }

    @Test
    @Tag("S12")
    void the_requests_of_people_are_looked_at_for_that(AdminApi admin) {
        assertThat(admin.serverInfo().at("/providers/eventsListener/providers").has("mailup-forwarded-request"))
                .isTrue();
    }

    private static JsonNode step(AdminApi admin, String provider) {
        return step(admin, "mailup%20reset%20credentials", provider);
    }

    private static AutoCloseable require(AdminApi admin, String provider, String requirement) {
        ObjectNode step = step(admin, provider).deepCopy();
        String before = step.path("requirement").asText();
        admin.put(FLOW, step.put("requirement", requirement));
        return () -> admin.put(FLOW, step.put("requirement", before));
    }

    private static List<String> findings(AdminApi admin) {
        return StreamSupport.stream(admin.get("admin-events").spliterator(), false)
                .filter(event -> event.path("resourceType").asText().equals("MAILUP_FLOW_CHECK"))
                .map(event -> event.path("error").asText())
                .toList();
    }

    private static void assertRecoveryRefuses(RelyingParty platform) {
        for (Reply page :
                List.of(new Visitor().openUsernameRecovery(platform), new Visitor().openPasswordReset(platform))) {
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.pageId()).isEqualTo("login-error");
            assertThat(page.body()).contains("Il recupero delle credenziali non è disponibile");
        }
    }

    private static void assertRecoveryRuns(RelyingParty platform) {
        assertThat(new Visitor().openUsernameRecovery(platform).pageId()).isEqualTo("login-username-recovery");
        assertThat(new Visitor().openPasswordReset(platform).pageId()).isEqualTo("login-login-reset-password");
    }

    @ParameterizedTest
    @CsvSource({
        "reset-credential-email,DISABLED",
        "reset-password,DISABLED",
        "mailup-password-reset,DISABLED",
    })
    @Tag("A67")
    void a_flow_that_lacks_a_step_is_named_and_does_not_run(
            String provider, String requirement, AdminApi admin, KeycloakServer server, RelyingParty platform)
            throws Exception {
        try (AutoCloseable edited = require(admin, provider, requirement)) {
            assertThat(findings(admin))
                    .anySatisfy(finding -> assertThat(finding).contains(provider));
            assertThat(server.log()).contains("Recovery or registration does not run in the realm mailup: ", provider);
            if (!provider.equals("mailup-password-reset")) {
                assertRecoveryRefuses(platform);
            }
        }
        assertRecoveryRuns(platform);
    }

    @Test
    @Tag("A67")
    void a_flow_whose_proof_is_deleted_does_not_run(AdminApi admin, RelyingParty platform) {
        JsonNode proof = step(admin, "reset-credential-email");
        admin.delete("authentication/executions/" + proof.path("id").asText());
        try {
            assertThat(findings(admin)).isNotEmpty();
            assertRecoveryRefuses(platform);
        } finally {
            restore(admin);
        }
        assertRecoveryRuns(platform);
    }

    private static void restore(AdminApi admin) {
        admin.post(FLOW + "/execution", Map.of("provider", "reset-credential-email"));
        String added = step(admin, "reset-credential-email").path("id").asText();
        admin.post(
                "authentication/executions/" + added + "/config",
                Map.of("alias", "mailup login after reset", "config", Map.of("force-login", "true")));
        place(admin, "reset-credential-email", 30);
    }

    private static void place(AdminApi admin, String provider, int priority) {
        ObjectNode step = (ObjectNode) step(admin, provider);
        admin.put(FLOW, step.put("requirement", "REQUIRED").put("priority", priority));
    }

    @Test
    @Tag("A67")
    void steps_in_another_order_do_not_run(AdminApi admin, RelyingParty platform) {
        place(admin, "reset-credential-email", 50);
        try {
            assertThat(findings(admin))
                    .anySatisfy(finding -> assertThat(finding).contains("too early"));
            assertRecoveryRefuses(platform);
        } finally {
            place(admin, "reset-credential-email", 30);
        }
        assertRecoveryRuns(platform);
    }

    @Test
    @Tag("A67")
    void a_step_that_takes_somebodys_word_for_who_they_are_does_not_run(AdminApi admin, RelyingParty platform) {
        admin.post(FLOW + "/execution", Map.of("provider", "reset-credentials-choose-user"));
        String id = step(admin, "reset-credentials-choose-user").path("id").asText();
        try {
            place(admin, "reset-credentials-choose-user", 7);
            assertThat(findings(admin))
                    .anySatisfy(finding -> assertThat(finding).contains("reset-credentials-choose-user"));
            assertThat(new Visitor().openUsernameRecovery(platform).status()).isEqualTo(503);
        } finally {
            admin.delete("authentication/executions/" + id);
        }
        assertRecoveryRuns(platform);
    }

    static Stream<Named<Consumer<ObjectNode>>> settings() {
        return Stream.of(
                Named.of(
                        "Login with email",
                        realm -> realm.put("loginWithEmailAllowed", true).put("duplicateEmailsAllowed", false)),
                Named.of("Duplicate emails", realm -> realm.put("duplicateEmailsAllowed", false)),
                Named.of(
                        "Email as username",
                        realm -> realm.put("registrationEmailAsUsername", true).put("duplicateEmailsAllowed", false)),
                Named.of(
                        "Remember me",
                        realm -> realm.put("rememberMe", true).put("ssoSessionIdleTimeoutRememberMe", 86_400)));
    }

    @ParameterizedTest
    @MethodSource("settings")
    @Tag("A119")
    void a_realm_setting_that_breaks_a_promise_is_named_and_stops_recovery(
            Consumer<ObjectNode> change, AdminApi admin, KeycloakServer server, RelyingParty platform)
            throws Exception {
        try (AutoCloseable changed = admin.changedRealm(change)) {
            assertThat(findings(admin))
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(server.log()).contains(finding));
            assertRecoveryRefuses(platform);
            assertThat(admin.events("CUSTOM_REQUIRED_ACTION_ERROR")
                            .at("/0/error")
                            .asText())
                    .isEqualTo("realm_setup");
        }
        assertRecoveryRuns(platform);
    }

    @Test
    void remember_me_within_the_idle_limit_is_no_harm(AdminApi admin, RelyingParty platform) throws Exception {
        try (AutoCloseable changed = admin.changedRealm(realm -> realm.put("rememberMe", true))) {
            assertThat(findings(admin)).isEmpty();
            assertRecoveryRuns(platform);
        }
    }

    @Test
    void a_realm_without_a_step_of_ours_is_none_of_our_business(AdminApi admin) {
        AdminApi master = admin.inRealm("master");
        JsonNode realm = master.get("");

        master.put("", ((ObjectNode) realm.deepCopy()).put("adminEventsEnabled", true));
        try {
            assertThat(findings(master)).isEmpty();
        } finally {
            master.put("", realm);
        }
    }

    /** The suite's server finds such a realm beside ours. */
    @Test
    void a_realm_that_is_wrong_when_the_server_starts_is_named(KeycloakServer server) {
        assertThat(server.log())
                .contains("Recovery or registration does not run in the realm wrong: \"Duplicate emails\" is off");
    }

    /** The demo has one, who has yet to verify the address; a realm without people is not named. */
    @Test
    @Tag("S15")
    void how_many_accounts_get_no_recovery_is_told_when_the_server_starts(KeycloakServer server) {
        assertThat(server.log())
                .contains("Enabled accounts of the realm mailup that get no recovery mail, because their address was"
                        + " never verified: 1.")
                .doesNotContain("Enabled accounts of the realm delivered that get no recovery mail");
    }

    /** An import may bring both. */
    @Test
    void two_settings_that_cannot_be_used_are_mended_one_after_the_other(
            KeycloakServer server, AdminApi admin, Mailbox mailbox) throws Exception {
        try (OurRealm realm = new OurRealm(server, admin, mailbox, "two-settings")) {
            AdminApi there = realm.admin();
            breakWhileOff(there, "mailup%20browser", "mailup-login", "networkMinutes");
            breakWhileOff(there, "mailup%20reset%20credentials", "mailup-throttle", "manyMails");

            assertThatThrownBy(() -> set(there, "mailup%20browser", "mailup-login", "networkFailures", "none"))
                    .hasMessageContaining("400");
            set(there, "mailup%20browser", "mailup-login", "networkMinutes", "10");
            set(there, "mailup%20reset%20credentials", "mailup-throttle", "manyMails", "10");
        }
    }

    private static void breakWhileOff(AdminApi there, String flow, String provider, String setting) {
        String path = "authentication/flows/" + flow + "/executions";
        there.put(path, ((ObjectNode) step(there, flow, provider)).put("requirement", "DISABLED"));
        set(there, flow, provider, setting, "none");
        there.put(path, ((ObjectNode) step(there, flow, provider)).put("requirement", "REQUIRED"));
    }

    private static void set(AdminApi there, String flow, String provider, String setting, String value) {
        String path = "authentication/config/"
                + step(there, flow, provider).path("authenticationConfig").asText();
        ObjectNode config = (ObjectNode) there.get(path);
        config.withObject("/config").put(setting, value);
        there.put(path, config);
    }

    private static JsonNode step(AdminApi there, String flow, String provider) {
        return StreamSupport.stream(
                        there.get("authentication/flows/" + flow + "/executions")
                                .spliterator(),
                        false)
                .filter(step -> step.path("providerId").asText().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("S6")
    void a_directory_without_a_read_timeout_is_named_when_it_is_saved(
            KeycloakServer server, AdminApi admin, Mailbox mailbox) throws Exception {
        try (OurRealm realm = new OurRealm(server, admin, mailbox, "no-read-timeout");
                Directory directory = new Directory()) {
            String warning = "User federations of the realm no-read-timeout without a read timeout: directory.";
            try (AutoCloseable attached = Federation.mode("READ_ONLY").attach(realm.admin(), directory)) {
                assertThat(server.log()).doesNotContain(warning);
            }
            try (AutoCloseable attached =
                    Federation.mode("READ_ONLY").patient(Duration.ZERO).attach(realm.admin(), directory)) {
                assertThat(server.log()).contains(warning);
            }
        }
    }
}
