package com.mailup.keycloak.planlanding;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.SpringPlatform;
import com.mailup.keycloak.testbed.TestBed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that knows nothing of landings but the parameter: Spring Security's oauth2Login. */
@ExtendWith(TestBed.class)
@Tag("release")
class SpringSecurityIT {

    private final SpringPlatform spring;

    SpringSecurityIT(SpringPlatform spring) {
        this.spring = spring;
    }

    private final List<String> visited = new ArrayList<>();

    private com.microsoft.playwright.Page signIn(Browser browser, Person person, String path) {
        com.microsoft.playwright.Page tab = browser.open(spring.home() + path);
        tab.onFrameNavigated(frame -> visited.add(frame.url()));
        tab.onRequest(request -> {
            if (request.isNavigationRequest()) {
                visited.add(request.url());
            }
        });
        new LoginPage(tab).signIn(person);
        return tab;
    }

    @Test
    void it_is_redirected_without_a_code_gets_a_code_in_silence_and_shows_the_page(Browser browser, AdminApi admin) {
        Person person = admin.create(Person.any().withAttribute("plan", "trial"));

        Page page = new Page(signIn(browser, person, "oauth2/authorization/mailup?landing=plan"), "platform-acquisto");

        assertThat(page.text()).contains(person.username()).contains("prova");
        assertThat(visited.stream().filter(url -> url.contains("/acquisto"))).isNotEmpty();
        assertThat(visited.stream().filter(url -> url.contains("/login/oauth2/code/mailup?")))
                .hasSize(1);
        assertThat(visited.stream().filter(url -> url.contains("/protocol/openid-connect/auth?")))
                .hasSize(1);
    }

    @Test
    void somebody_who_has_paid_lands_on_the_subscription(Browser browser, AdminApi admin) {
        Person person = admin.create(Person.any().withAttribute("plan", "active"));

        new Page(signIn(browser, person, "oauth2/authorization/mailup?landing=plan"), "platform-abbonamento");
    }

    @Test
    void a_deep_link_wins(Browser browser, AdminApi admin) {
        Person person = admin.create(Person.any().withAttribute("plan", "active"));

        new Page(signIn(browser, person, "acquisto"), "platform-acquisto");
    }

    @Test
    void a_link_of_a_mail_begins_a_login_with_the_name_filled_in(Browser browser, KeycloakServer server) {
        com.microsoft.playwright.Page tab =
                browser.open(spring.home() + "initiate-login?login_hint=m00001&iss=" + server.realmUrl());

        assertThat(new LoginPage(tab).username()).isEqualTo("m00001");
        assertThat(browser.another()
                        .open(spring.home() + "initiate-login?login_hint=m00001&iss=https://evil.example")
                        .url())
                .startsWith(spring.home());
    }
}
