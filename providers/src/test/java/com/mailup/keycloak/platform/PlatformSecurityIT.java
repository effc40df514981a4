package com.mailup.keycloak.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Page;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.SpringPlatform;
import com.mailup.keycloak.testbed.TestBed;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application that delegates its login still has to see to by itself. */
@ExtendWith(TestBed.class)
@Tag("release")
record PlatformSecurityIT(SpringPlatform platform, AdminApi admin, KeycloakServer server) {

    @Test
    void a_form_of_another_site_does_nothing(Browser browser) {
        Shopper shopper = Shopper.onTrial(browser, admin, platform);
        shopper.buy("starter", "tok_accept");
        APIRequestContext withoutToken = shopper.tab().request();

        int status = withoutToken
                .post(
                        platform.home() + "acquisto/sms-500",
                        RequestOptions.create()
                                .setForm(FormData.create()
                                        .set("key", UUID.randomUUID().toString())))
                .status();

        assertThat(status).isEqualTo(403);
        shopper.open("abbonamento");
        assertThat(shopper.tab().textContent("#balance")).isEqualTo("0");
    }

    @Test
    void a_session_known_before_the_login_opens_nothing_after_it(Browser browser) {
        browser.open(platform.home() + "abbonamento");
        String before = platform.session(browser);
        Person person = admin.create(Person.any().withAttribute("plan", "active"));
        new LoginPage(browser.tab()).signIn(person);
        new Page(browser.tab(), "platform-abbonamento");

        assertThat(platform.session(browser)).isNotEqualTo(before);
        Browser thief = browser.another();
        thief.context().addCookies(List.of(new Cookie("PLATFORM", before).setUrl(platform.home())));
        new LoginPage(thief.open(platform.home() + "abbonamento"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"})
    void a_login_ends_within_the_platform(String target, Browser browser) {
        Person person = admin.create(Person.any().withAttribute("plan", "active"));
        com.microsoft.playwright.Page tab = browser.open(platform.home() + "initiate-login?iss=" + server.realmUrl()
                + "&login_hint=" + person.username() + "&target_link_uri="
                + java.net.URLEncoder.encode(target, java.nio.charset.StandardCharsets.UTF_8));
        assertThat(new LoginPage(tab).username()).isEqualTo(person.username());
        new LoginPage(tab).signIn(person);

        new Page(tab, "platform-abbonamento");
    }

    @Test
    void a_link_of_another_issuer_begins_no_login(Browser browser) {
        int status = browser.open(platform.home())
                .request()
                .get(platform.home() + "initiate-login?iss=https%3A%2F%2Fevil.example%2Frealms%2Fmailup")
                .status();

        assertThat(status).isEqualTo(400);
    }

    @Test
    void every_page_has_a_strict_policy(Browser browser) {
        Shopper shopper = Shopper.onTrial(browser, admin, platform);

        for (String path : List.of("", "acquisto", "abbonamento", "accesso-non-riuscito", "non-esiste")) {
            String policy = shopper.tab()
                    .request()
                    .get(platform.home() + path)
                    .headers()
                    .get("content-security-policy");
            assertThat(policy)
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void a_link_from_outside_may_name_a_page_of_the_platform(Browser browser) {
        Person person = admin.create(Person.any().withAttribute("plan", "active"));
        com.microsoft.playwright.Page tab = browser.open(platform.home() + "initiate-login?iss=" + server.realmUrl()
                + "&target_link_uri=" + platform.home() + "abbonamento/fatturazione");
        new LoginPage(tab).signIn(person);

        new Page(tab, "platform-billing");
    }

    @Test
    void a_form_sent_after_the_end_does_nothing_and_leads_back_over_the_login(Browser browser) {
        Shopper shopper = Shopper.onTrial(browser, admin, platform);
        shopper.buy("starter", "tok_accept");
        shopper.open("acquisto/sms-500");
        browser.context().clearCookies();
        shopper.tab().click("#pay");
        new LoginPage(shopper.tab()).signIn(shopper.person());

        new Page(shopper.tab(), "platform-acquisto");
        shopper.open("abbonamento");
        assertThat(shopper.tab().textContent("#balance")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acquisto/%00",
                "acquisto/..%2f..%2fetc",
                "acquisto/plus?key=%zz",
                "initiate-login",
                "oauth2/authorization/nobodys",
                "?lang=%3Cscript%3E",
                "?lang=xx_YY_zz",
                "login/oauth2/code/mailup?code=x&state=y"
            })
    void nonsense_is_nobodys_error(String path, Browser browser) {
        Shopper shopper = Shopper.onTrial(browser, admin, platform);

        int status = shopper.tab().request().get(platform.home() + path).status();

        assertThat(status).isLessThan(500);
    }

    @Test
    void a_broken_cookie_of_the_language_is_no_error(Browser browser) {
        com.microsoft.playwright.Page tab = browser.open(platform.home());
        for (String broken : List.of("a.b", "fi", "%00")) {
            tab.context().addCookies(List.of(new Cookie("PLATFORM_LANGUAGE", broken).setUrl(platform.home())));
            tab.reload();
            assertThat(new Page(tab, "platform-home").language()).isEqualTo("it");
        }
    }

    @Test
    void behind_tls_the_cookie_is_for_tls_only(Browser browser) {
        String cookie = browser.open(platform.home())
                .request()
                .get(
                        platform.home() + "abbonamento",
                        RequestOptions.create()
                                .setMaxRedirects(0)
                                .setHeader("X-Forwarded-Proto", "https")
                                .setHeader("X-Forwarded-For", "203.0.113.7"))
                .headers()
                .get("set-cookie");

        assertThat(cookie).contains("PLATFORM=", "Secure", "HttpOnly", "SameSite=Lax");
    }

    /** Without a script, which would lead the earlier tab on by itself. */
    @Test
    void a_login_page_of_an_earlier_tab_leads_on_a_person_who_has_signed_in_in_another(Browser usual) {
        Browser browser = usual.withoutJavaScript();
        Person person = admin.create(Person.any().withAttribute("plan", "active"));
        LoginPage earlier = new LoginPage(browser.open(platform.home() + "abbonamento"));
        com.microsoft.playwright.Page other = browser.newTab();
        other.navigate(platform.home() + "acquisto");
        new LoginPage(other).signIn(person);
        new Page(other, "platform-acquisto");

        earlier.signIn(person);

        new Page(browser.tab(), "platform-abbonamento");
    }

    @Test
    void a_form_sent_when_keycloaks_session_is_over_leads_back_to_its_page(Browser browser) {
        Shopper shopper = Shopper.onTrial(browser, admin, platform);
        shopper.open("abbonamento/fatturazione");
        shopper.tab().locator("#company").pressSequentially("Rossi");
        admin.account(shopper.person().username()).logout();
        platform.travel(Duration.ofMinutes(1));

        shopper.tab().click("#save");
        new LoginPage(shopper.tab()).signIn(shopper.person());

        new Page(shopper.tab(), "platform-billing");
        assertThat(shopper.tab().inputValue("#company")).isEqualTo("Rossi");
        assertThat(shopper.tab().isVisible("#draft-note")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acquisto/nothing",
                "ordini/x",
                "ordini/00000000-0000-0000-0000-000000000000",
                "abbonamento/fatture/x.pdf",
                "abbonamento/fatture/99999999999999999999.pdf"
            })
    void what_is_not_there_is_not_found(String path, Browser browser) {
        Shopper shopper = Shopper.onTrial(browser, admin, platform);

        assertThat(shopper.tab().request().get(platform.home() + path).status()).isEqualTo(404);
    }
}
