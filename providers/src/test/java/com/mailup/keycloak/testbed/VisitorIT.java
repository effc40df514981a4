package com.mailup.keycloak.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A visitor without a browser gets as far as one with a browser. */
@ExtendWith(TestBed.class)
record VisitorIT(RelyingParty platform, AdminApi admin, Mailbox mailbox) {

    private static final Map<String, String> RIGHT = Map.of("username", "m00001", "password", "prova-mailup-2026");

    @Test
    void a_visitor_signs_in_and_is_known_from_then_on(Visitor visitor) {
        assertThat(visitor.openLogin(platform).pageId()).isEqualTo("login-login");

        assertThat(visitor.submit(RIGHT).pageId()).isEqualTo("platform");
        assertThat(visitor.openLogin(platform).pageId()).isEqualTo("platform");
        assertThat(new Visitor().openLogin(platform).pageId()).isEqualTo("login-login");
    }

    @Test
    void a_form_can_be_posted_without_following_where_it_leads(Visitor visitor) {
        visitor.openLogin(platform);
        Reply answer = visitor.post(RIGHT);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location().orElseThrow())
                .hasToString(answer.headers().firstValue("Location").orElseThrow());
        assertThat(answer.took()).isPositive();
    }

    @Test
    void both_recoveries_open_and_answer() {
        Visitor visitor = new Visitor().speaking("en");
        assertThat(visitor.openPasswordReset(platform).pageId()).isEqualTo("login-login-reset-password");
        assertThat(visitor.openUsernameRecovery(platform).pageId()).isEqualTo("login-username-recovery");

        Reply answer = visitor.submit(Map.of("email", "carlo.verdi@example.com"));
        assertThat(answer.pageId()).isEqualTo("login-login");
        assertThat(answer.message()).startsWith("If the address is associated with");
        mailbox.await("carlo.verdi@example.com");
    }

    @Test
    void keycloak_sees_the_address_that_a_visitor_comes_from() {
        admin.forgetEvents();
        new Visitor().from("fec0::7").signIn(platform, "m00001", "wrong");

        assertThat(admin.events("LOGIN_ERROR").get(0).getIpAddress()).isEqualTo("fec0::7");
    }
}
