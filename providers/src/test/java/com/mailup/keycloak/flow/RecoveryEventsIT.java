package com.mailup.keycloak.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.EventRepresentation;

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
        person = Person.any();
        admin.forgetEvents();
    }

    private void recover() {
        new Visitor().recover(platform, person.email());
    }

    private void reset() {
        new Visitor().reset(platform, person);
    }

    /** Type, error or outcome, of every event of a recovery, oldest first, once there are so many. */
    private List<String> told(int count) {
        Await.until(count + " events", Duration.ofSeconds(10), () -> events().size() >= count);
        return events().stream()
                .map(event -> event.getType() + " "
                        + Objects.requireNonNullElse(event.getError(), AdminApi.detail(event, "outcome")))
                .sorted()
                .toList();
    }

    private List<EventRepresentation> events() {
        return admin.events().stream()
                .filter(event ->
                        !AdminApi.detail(event, "custom_required_action").isEmpty())
                .toList();
    }

    private void assertEventsDoNotTellTheAddress() {
        assertThat(admin.json().get("/events?max=100").toString()).doesNotContain(person.email());
    }

    @Test
    void a_recovery_that_was_sent_is_told_twice_and_names_nobody(KeycloakServer server) {
        admin.create(person);
        double before = server.metric("mailup_recovery_total");

        recover();

        assertThat(told(2)).containsExactly("CUSTOM_REQUIRED_ACTION requested", "CUSTOM_REQUIRED_ACTION sent");
        assertThat(events()).allSatisfy(event -> {
            assertThat(event.getClientId()).isEqualTo("platform");
            assertThat(event.getIpAddress()).startsWith("10.");
            assertThat(AdminApi.detail(event, "custom_required_action")).isEqualTo("username-recovery");
        });
        assertEventsDoNotTellTheAddress();
        assertThat(server.metric("mailup_recovery_total")).isEqualTo(before + 2);
    }

    @Test
    void a_reset_that_was_sent_names_the_account() {
        String id = admin.userId(admin.create(person).username());

        reset();

        assertThat(told(2)).containsExactly("CUSTOM_REQUIRED_ACTION requested", "SEND_RESET_PASSWORD sent");
        assertThat(admin.events("SEND_RESET_PASSWORD").get(0).getUserId()).isEqualTo(id);
        assertEventsDoNotTellTheAddress();
    }

    @Test
    void an_address_that_nobody_has_is_refused_with_the_reason() {
        recover();

        assertThat(told(2))
                .containsExactly("CUSTOM_REQUIRED_ACTION requested", "CUSTOM_REQUIRED_ACTION_ERROR user_not_found");
        assertEventsDoNotTellTheAddress();
    }

    private void assertRefused(String reason) {
        reset();

        assertThat(told(2)).containsExactly("CUSTOM_REQUIRED_ACTION requested", "SEND_RESET_PASSWORD_ERROR " + reason);
        assertEventsDoNotTellTheAddress();
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
