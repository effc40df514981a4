package com.mailup.keycloak.flowcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Change;
import com.mailup.keycloak.testbed.Directory;
import com.mailup.keycloak.testbed.Federation;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.OurRealm;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import com.mailup.keycloak.trialregistration.Applicant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AdminEventRepresentation;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

@ExtendWith(TestBed.class)
record FlowCheckIT(AdminApi admin, RelyingParty platform, KeycloakServer server, Mailbox mailbox) {

    private static final String FLOW = "mailup reset credentials";

    @BeforeEach
    void nothing_told_yet() {
        admin.realm().clearAdminEvents();
        admin.forgetEvents();
    }

    /** Servers of the suite have no fixed hostname, and listen to what visitors say of their addresses. */
    @Test
    @Tag("S12")
    void a_server_without_a_hostname_is_named_and_one_that_listens_to_its_proxy_is_not() {
        new Visitor().openLogin(platform);

        assertThat(server.log())
                .containsPattern(
                        "WARN.*This server has no fixed hostname: .* the mails of .*mailup.*\\. Start it with --hostname")
                .doesNotContain("does not listen to the proxy");
    }

    @Test
    @Tag("S12")
    void the_requests_of_people_are_looked_at_for_that() {
        assertThat(admin.serverInfo().getProviders().get("eventsListener").getProviders())
                .containsKey("mailup-forwarded-request");
    }

    private AuthenticationExecutionInfoRepresentation step(String provider) {
        return admin.step(FLOW, provider);
    }

    private static void require(AdminApi admin, String flow, String provider, String requirement) {
        AuthenticationExecutionInfoRepresentation step = admin.step(flow, provider);
        step.setRequirement(requirement);
        admin.realm().flows().updateExecutions(flow, step);
    }

    private AutoCloseable changedRequirement(String provider, String requirement) {
        String before = step(provider).getRequirement();
        require(admin, FLOW, provider, requirement);
        return () -> require(admin, FLOW, provider, before);
    }

    private static List<String> findings(AdminApi admin) {
        return admin.realm().getAdminEvents().stream()
                .filter(event -> "MAILUP_FLOW_CHECK".equals(event.getResourceType()))
                .map(AdminEventRepresentation::getError)
                .toList();
    }

    private void assertRecoveryRefuses() {
        for (Reply page :
                List.of(new Visitor().openUsernameRecovery(platform), new Visitor().openPasswordReset(platform))) {
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.pageId()).isEqualTo("login-error");
            assertThat(page.body()).contains("Il recupero delle credenziali non è disponibile");
        }
    }

    private void assertRecoveryRuns() {
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
    void a_flow_that_lacks_a_step_is_named_and_does_not_run(String provider, String requirement) throws Exception {
        try (AutoCloseable edited = changedRequirement(provider, requirement)) {
            assertThat(findings(admin))
                    .anySatisfy(finding -> assertThat(finding).contains(provider));
            assertThat(server.log()).contains("Recovery or registration does not run in the realm mailup: ", provider);
            if (!provider.equals("mailup-password-reset")) {
                assertRecoveryRefuses();
            }
        }
        assertRecoveryRuns();
    }

    @Test
    @Tag("A67")
    void a_flow_whose_proof_is_deleted_does_not_run() {
        admin.realm().flows().removeExecution(step("reset-credential-email").getId());
        try {
            assertThat(findings(admin)).isNotEmpty();
            assertRecoveryRefuses();
        } finally {
            restore();
        }
        assertRecoveryRuns();
    }

    private void restore() {
        AuthenticationManagementResource flows = admin.realm().flows();
        flows.addExecution(FLOW, Map.of("provider", "reset-credential-email"));
        AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
        config.setAlias("mailup login after reset");
        config.setConfig(Map.of("force-login", "true"));
        AdminApi.created(flows.newExecutionConfig(step("reset-credential-email").getId(), config));
        place("reset-credential-email", 30);
    }

    private void place(String provider, int priority) {
        AuthenticationExecutionInfoRepresentation step = step(provider);
        step.setRequirement("REQUIRED");
        step.setPriority(priority);
        admin.realm().flows().updateExecutions(FLOW, step);
    }

    @Test
    @Tag("A67")
    void steps_in_another_order_do_not_run() {
        place("reset-credential-email", 50);
        try {
            assertThat(findings(admin))
                    .anySatisfy(finding -> assertThat(finding).contains("too early"));
            assertRecoveryRefuses();
        } finally {
            place("reset-credential-email", 30);
        }
        assertRecoveryRuns();
    }

    @Test
    @Tag("A67")
    void a_step_that_takes_somebodys_word_for_who_they_are_does_not_run() {
        admin.realm().flows().addExecution(FLOW, Map.of("provider", "reset-credentials-choose-user"));
        String id = step("reset-credentials-choose-user").getId();
        try {
            place("reset-credentials-choose-user", 7);
            assertThat(findings(admin))
                    .anySatisfy(finding -> assertThat(finding).contains("reset-credentials-choose-user"));
            assertThat(new Visitor().openUsernameRecovery(platform).status()).isEqualTo(503);
        } finally {
            admin.realm().flows().removeExecution(id);
        }
        assertRecoveryRuns();
    }

    static Stream<Named<Consumer<RealmRepresentation>>> settings() {
        return Stream.of(
                Named.of("Login with email", realm -> {
                    realm.setLoginWithEmailAllowed(true);
                    realm.setDuplicateEmailsAllowed(false);
                }),
                Named.of("Duplicate emails", realm -> realm.setDuplicateEmailsAllowed(false)),
                Named.of("Email as username", realm -> {
                    realm.setRegistrationEmailAsUsername(true);
                    realm.setDuplicateEmailsAllowed(false);
                }),
                Named.of("Remember me", realm -> {
                    realm.setRememberMe(true);
                    realm.setSsoSessionIdleTimeoutRememberMe(86_400);
                }));
    }

    @ParameterizedTest
    @MethodSource("settings")
    @Tag("A119")
    void a_realm_setting_that_breaks_a_promise_is_named_and_stops_recovery(Consumer<RealmRepresentation> change)
            throws Exception {
        try (AutoCloseable changed = admin.changedRealm(change)) {
            assertThat(findings(admin))
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(server.log()).contains(finding));
            assertRecoveryRefuses();
            assertThat(admin.errors("CUSTOM_REQUIRED_ACTION_ERROR")).startsWith("realm_setup");
        }
        assertRecoveryRuns();
    }

    @Test
    void remember_me_within_the_idle_limit_is_no_harm() throws Exception {
        try (AutoCloseable changed = admin.changedRealm(realm -> realm.setRememberMe(true))) {
            assertThat(findings(admin)).isEmpty();
            assertRecoveryRuns();
        }
    }

    @Test
    void a_realm_without_a_step_of_ours_is_none_of_our_business() throws Exception {
        AdminApi master = admin.inRealm("master");
        try (AutoCloseable changed = master.changedRealm(realm -> realm.setAdminEventsEnabled(true))) {
            assertThat(findings(master)).isEmpty();
        }
    }

    /** The suite's server finds such a realm beside ours. */
    @Test
    void a_realm_that_is_wrong_when_the_server_starts_is_named() {
        assertThat(server.log())
                .contains("Recovery or registration does not run in the realm wrong: \"Duplicate emails\" is off");
    }

    /** The demo has one, who has yet to verify the address; a realm without people is not named. */
    @Test
    @Tag("S15")
    void how_many_accounts_get_no_recovery_is_told_when_the_server_starts() {
        assertThat(server.log())
                .contains("Enabled accounts of the realm mailup that get no recovery mail, because their address was"
                        + " never verified: 1.")
                .doesNotContain("Enabled accounts of the realm delivered that get no recovery mail");
    }

    /** An import may bring both. */
    @Test
    void two_settings_that_cannot_be_used_are_mended_one_after_the_other() throws Exception {
        try (OurRealm realm = new OurRealm(server, admin, mailbox, "two-settings")) {
            AdminApi there = realm.admin();
            breakWhileOff(there, "mailup browser", "mailup-login", "networkMinutes");
            breakWhileOff(there, FLOW, "mailup-throttle", "manyMails");

            assertThatThrownBy(() -> there.changedStep("mailup browser", "mailup-login", "networkFailures", "none"))
                    .hasMessageContaining("400");
            there.changedStep("mailup browser", "mailup-login", "networkMinutes", "10");
            there.changedStep(FLOW, "mailup-throttle", "manyMails", "10");
        }
    }

    private static Change breakWhileOff(AdminApi there, String flow, String provider, String setting) {
        require(there, flow, provider, "DISABLED");
        Change broken = there.changedStep(flow, provider, setting, "none");
        require(there, flow, provider, "REQUIRED");
        return broken;
    }

    /** It has the limits that recoveries have. */
    @Test
    void a_limit_that_cannot_be_used_stops_registration_too() {
        double before = stopped();
        try (Change broken = breakWhileOff(admin, FLOW, "mailup-throttle", "mails")) {
            Visitor visitor = new Visitor();
            visitor.openRegistration(platform);

            assertThat(visitor.post(Applicant.any().fields()).message())
                    .contains("La richiesta di una prova non è disponibile");
            assertThat(admin.errors("REGISTER_ERROR")).startsWith("realm_setup");
            assertThat(stopped()).isEqualTo(before + 1);
        }
        assertRecoveryRuns();
    }

    private double stopped() {
        return server.metric("mailup_recovery_total", "reason=\"realm_setup\"");
    }

    @Test
    @Tag("S6")
    void a_directory_without_a_read_timeout_is_named_when_it_is_saved() throws Exception {
        try (OurRealm realm = new OurRealm(server, admin, mailbox, "no-read-timeout");
                Directory directory = new Directory()) {
            String warning = "User federations of the realm no-read-timeout without a read timeout: directory.";
            try (AutoCloseable attached = Federation.mode("READ_ONLY").attach(realm.admin(), directory)) {
                assertThat(server.log()).doesNotContain(warning);
            }
            try (AutoCloseable attached =
                    Federation.mode("READ_ONLY").timeout(Duration.ZERO).attach(realm.admin(), directory)) {
                assertThat(server.log()).contains(warning);
            }
        }
    }
}
