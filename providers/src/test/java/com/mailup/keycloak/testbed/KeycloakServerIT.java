package com.mailup.keycloak.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mailup.keycloak.login.LoginPage;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestBed.class)
record KeycloakServerIT(RelyingParty platform, AdminApi admin, KeycloakServer server) {

    @Test
    void the_realm_and_its_people_are_imported() {
        assertThat(admin.realm().toRepresentation().getLoginTheme()).isEqualTo("mailup");
        assertThat(admin.user("m00001")).isPresent();
    }

    @Test
    void time_travel_ages_what_the_server_gave(Browser browser) {
        signIn(browser.open(platform.loginUrl()));

        server.travel(Duration.ofMinutes(29).plusSeconds(30));
        assertThat(platform.refresh()).isTrue();
        server.travel(Duration.ofMinutes(60));
        assertThat(platform.refresh()).isFalse();
        assertThat(admin.sessions("m00001")).isEmpty();
    }

    @Journey
    void a_page_says_which_page_it_is(Browser browser) {
        com.microsoft.playwright.Page tab = browser.open(platform.loginUrl());

        assertThat(new Page(tab, "login-login").language()).isEqualTo("it");
        tab.setDefaultTimeout(100);
        assertThatThrownBy(() -> new Page(tab, "login-register"))
                .hasMessageContaining("'login-register' expected, 'login-login' found");
    }

    @Journey
    void a_person_signs_in_to_the_platform_and_out_again(Browser browser) {
        com.microsoft.playwright.Page tab = browser.open(platform.home());
        tab.locator("#login").click();
        signIn(tab);

        assertThat(new Page(tab, "platform").text()).contains("m00001");
        assertThat(platform.refresh()).isTrue();
        tab.locator("#logout").click();
        new Page(tab, "platform-welcome");
        assertThat(platform.refresh()).isFalse();
    }

    @Test
    void each_browser_comes_from_an_address_of_its_own(Browser browser) {
        admin.forgetEvents();
        com.microsoft.playwright.Page tab = browser.another().open(platform.loginUrl());
        new LoginPage(tab).signIn("m00001", "wrong");

        assertThat(admin.events("LOGIN_ERROR").get(0).getIpAddress())
                .startsWith("10.")
                .isNotEqualTo(browser.address());
    }

    private static void signIn(com.microsoft.playwright.Page tab) {
        new LoginPage(tab).signIn("m00001", "prova-mailup-2026");
        new Page(tab, "platform");
    }
}
