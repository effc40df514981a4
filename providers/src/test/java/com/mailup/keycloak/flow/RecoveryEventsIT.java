package com.mailup.keycloak.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators read about a recovery. */
@ExtendWith(TestBed.class)
@Tag("release")
class RecoveryEventsIT {

    private Person person;
    private AdminApi admin;
    private RelyingParty platform;

    @BeforeEach
    void someone(AdminApi admin, RelyingParty platform) {
        this.admin = admin;
        this.platform = platform;
        person = Person.named("m" + UUID.randomUUID());
        admin.forgetEvents();
    }

    private void recover() {
        Visitor visitor = new Visitor();
        visitor.openUsernameRecovery(platform);
        visitor.submit(Map.of("email", person.email()));
    }

    private void reset() {
        Visitor visitor = new Visitor();
        visitor.openPasswordReset(platform);
        visitor.submit(Map.of("username", person.username(), "email", person.email()));
    }

    /** Type, error or outcome, of every event of a recovery, oldest first, once there are so many. */
    private List<String> told(int count) {
        Await.until(count + " events", Duration.ofSeconds(10), () -> events().size() >= count);
        return events().stream()
                .map(event -> event.path("type").asText() + " "
                        + event.path("error")
                                .asText(event.at("/details/outcome").asText()))
                .sorted()
                .toList();
    }

    private List<JsonNode> events() {
        return StreamSupport.stream(admin.get("events?max=100").spliterator(), false)
                .filter(event -> event.at("/details/custom_required_action").isTextual())
                .toList();
    }

    @Test
    void a_recovery_that_was_sent_is_told_twice_and_names_nobody(KeycloakServer server) {
        admin.create(person);
        double before = server.metric("mailup_recovery_total");

        recover();

        assertThat(told(2)).containsExactly("CUSTOM_REQUIRED_ACTION requested", "CUSTOM_REQUIRED_ACTION sent");
        assertThat(events()).allSatisfy(event -> {
            assertThat(event.path("clientId").asText()).isEqualTo("platform");
            assertThat(event.path("ipAddress").asText()).startsWith("10.");
            assertThat(event.at("/details/custom_required_action").asText()).isEqualTo("username-recovery");
        });
        assertThat(admin.get("events?max=100").toString()).doesNotContain(person.email());
        assertThat(server.metric("mailup_recovery_total")).isEqualTo(before + 2);
    }

    @Test
    void a_reset_that_was_sent_names_the_account() {
        String id = admin.create(person);

        reset();

        assertThat(told(2)).containsExactly("CUSTOM_REQUIRED_ACTION requested", "SEND_RESET_PASSWORD sent");
        assertThat(admin.events("SEND_RESET_PASSWORD").at("/0/userId").asText()).isEqualTo(id);
        assertThat(admin.get("events?max=100").toString()).doesNotContain(person.email());
    }

    @Test
    void an_address_that_nobody_has_is_refused_with_the_reason() {
        recover();

        assertThat(told(2))
                .containsExactly("CUSTOM_REQUIRED_ACTION requested", "CUSTOM_REQUIRED_ACTION_ERROR user_not_found");
        assertThat(admin.get("events?max=100").toString()).doesNotContain(person.email());
    }

    private void assertRefused(String reason) {
        reset();

        assertThat(told(2)).containsExactly("CUSTOM_REQUIRED_ACTION requested", "SEND_RESET_PASSWORD_ERROR " + reason);
        assertThat(admin.get("events?max=100").toString()).doesNotContain(person.email());
    }

    @Test
    void a_user_name_that_nobody_has_is_refused_with_the_reason() {
        assertRefused("user_not_found");
    }

    @Test
    void a_disabled_account_is_refused_with_the_reason() {
        admin.create(person.disabled());

        assertRefused("user_disabled");
    }

    @Test
    void an_address_that_is_not_verified_is_refused_with_the_reason() {
        admin.create(person.withUnverifiedEmail());

        assertRefused("email_not_verified");
    }

    @Test
    void the_address_of_somebody_else_is_refused_with_the_reason() {
        admin.create(person.withEmail("other-" + person.email()));

        assertRefused("invalid_email");
    }
}
