package com.mailup.keycloak.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Visitor;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A database that the jar of commit ce3416d has left goes on working: {@code database-of-26.7.4-1.mv.db.gz}, with our realm, its
 * demo people, limits that an administrator had changed, and two recoveries whose mail server did not answer.
 */
@Tag("release")
class UpgradeIT {

    private static KeycloakServer server;
    private static AdminApi admin;
    private static RelyingParty platform;

    @BeforeAll
    static void the_database_of_then() {
        server = KeycloakSetup.named("upgrade")
                .imports()
                .database(UpgradeIT.class.getResource("database-of-26.7.4-1.mv.db.gz"))
                .start();
        admin = new AdminApi(server, "mailup");
        platform = new RelyingParty(0, server.url() + "/realms/mailup");
        admin.changedClient(
                "platform", client -> client.getRedirectUris().add(platform.home() + "login/oauth2/code/mailup"));
    }

    @AfterAll
    static void end() {
        platform.close();
        server.close();
    }

    @Test
    void people_sign_in_and_have_their_plan() {
        assertThat(new Visitor().signIn(platform, "m00001", "prova-mailup-2026").pageId())
                .isEqualTo("platform");
        JsonNode claims = platform.tokens().claims();
        assertThat(claims.path("plan").asText()).isEqualTo("active");
        assertThat(claims.path("landing_uri").asText()).endsWith("/abbonamento");
    }

    /** Mails that are too old by now are given up as such, which only a row that was read can be. */
    @Test
    void mails_that_waited_are_read() {
        for (String kind : List.of("mailup-username-recovery", "mailup-password-reset")) {
            Await.until(
                    "the mail is looked at",
                    Duration.ofSeconds(30),
                    () -> server.log().contains("A mail of kind " + kind + " was given up: too old"));
        }
        assertThat(server.log()).doesNotContain("unreadable");
    }

    @Test
    void limits_keep_their_values_under_their_names_of_today() {
        assertThat(admin.settings("mailup reset credentials", "mailup-throttle"))
                .containsEntry("mails", "7")
                .containsEntry("manyMails", "10")
                .containsEntry("requests", "30");
    }

    /** Those who read events go by these names. */
    @Test
    void events_say_what_they_said() {
        admin.forgetEvents();
        new Visitor().recover(platform, "nobody@example.com");
        new Visitor().reset(platform, "m99999", "nobody@example.com");

        Await.until(
                "both are told", () -> admin.events("CUSTOM_REQUIRED_ACTION").size() == 2);
        assertThat(admin.events("CUSTOM_REQUIRED_ACTION"))
                .extracting(event ->
                        AdminApi.detail(event, "custom_required_action") + " " + AdminApi.detail(event, "outcome"))
                .containsExactlyInAnyOrder("username-recovery requested", "password-reset requested");
    }

    @Test
    void nothing_is_wrong_with_the_realm() {
        assertThat(server.log()).doesNotContain("Recovery or registration does not run", "ClassNotFound", "\tat ");
        Visitor visitor = new Visitor();
        assertThat(visitor.openUsernameRecovery(platform).pageId()).isEqualTo("login-username-recovery");
        assertThat(visitor.openPasswordReset(platform).pageId()).isEqualTo("login-login-reset-password");
    }
}
