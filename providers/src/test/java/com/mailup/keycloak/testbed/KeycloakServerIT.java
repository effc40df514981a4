package com.mailup.keycloak.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestBed.class)
final class KeycloakServerIT {

    @Test
    void the_realm_and_its_people_are_imported(AdminApi admin) {
        assertThat(admin.realm().toRepresentation().getLoginTheme()).isEqualTo("mailup");
        assertThat(admin.user("m00001")).isPresent();
    }

    @Test
    void time_travel_ages_what_the_server_gave(
            Browser browser, KeycloakServer server, AdminApi admin, RelyingParty platform) {
        signIn(browser.open(platform.loginUrl()));

        server.travel(Duration.ofMinutes(29).plusSeconds(30));
        assertThat(platform.refresh()).isTrue();
        server.travel(Duration.ofMinutes(60));
        assertThat(platform.refresh()).isFalse();
        assertThat(admin.sessions("m00001")).isEmpty();
    }

    @Journey
    void a_page_says_which_page_it_is(Browser browser, RelyingParty platform) {
        com.microsoft.playwright.Page tab = browser.open(platform.loginUrl());

        assertThat(new Page(tab, "login-login").language()).isEqualTo("it");
        tab.setDefaultTimeout(100);
        assertThatThrownBy(() -> new Page(tab, "login-register"))
                .hasMessageContaining("'login-register' expected, 'login-login' found");
    }

    @Journey
    void a_person_signs_in_to_the_platform_and_out_again(Browser browser, RelyingParty platform) {
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
    void each_browser_comes_from_an_address_of_its_own(Browser browser, AdminApi admin, RelyingParty platform) {
        admin.forgetEvents();
        com.microsoft.playwright.Page tab = browser.another().open(platform.loginUrl());
        tab.locator("[name=username]").fill("m00001");
        tab.locator("[name=password]").fill("wrong");
        new Page(tab, "login-login").submit();

        assertThat(admin.events("LOGIN_ERROR").get(0).getIpAddress())
                .startsWith("10.")
                .isNotEqualTo(browser.address());
    }

    private static void signIn(com.microsoft.playwright.Page tab) {
        Page login = new Page(tab, "login-login");
        tab.locator("[name=username]").fill("m00001");
        tab.locator("[name=password]").fill("prova-mailup-2026");
        login.submit();
        new Page(tab, "platform");
    }
}
