package com.mailup.keycloak.login;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.screens.PlatformPage;
import com.mailup.keycloak.screens.RegisterPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Journey;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.ClientRepresentation;

@Tag("journey")
@ExtendWith(TestBed.class)
record LoginIT(AdminApi admin, KeycloakServer server, RelyingParty platform) {

    private static final String WRONG =
            "Nome utente o password non validi. Dopo più tentativi falliti, attendi qualche minuto prima di riprovare.";
    private static final String NOT_THE_EMAIL = "Il nome utente non è l'email";

    @Nested
    class given_a_user_name_and_a_password {

        @Journey
        void the_right_ones_open_the_platform(Browser browser, Person person) {
            LoginPage login = LoginPage.open(browser, platform);
            assertThat(login.heading()).isEqualTo("Entra in piattaforma");

            login.signIn(person);

            assertThat(new PlatformPage(browser.tab()).username()).isEqualTo(person.username());
        }

        @Test
        void a_password_manager_knows_both_fields(Browser browser) {
            com.microsoft.playwright.Page tab =
                    LoginPage.open(browser, platform).tab();

            assertThat(tab.getAttribute("#username", "autocomplete")).isEqualTo("username");
            assertThat(tab.getAttribute("#password", "autocomplete")).isEqualTo("current-password");
        }

        @Journey
        void a_wrong_password_is_refused_and_the_user_name_stays(Browser browser, Person person) {
            LoginPage.open(browser, platform).signIn(person.username(), "not-the-password");

            LoginPage again = new LoginPage(browser.tab());
            assertThat(again.errorOf("username")).isEqualTo(WRONG);
            assertThat(again.username()).isEqualTo(person.username());
        }

        @Journey
        void an_unknown_user_name_gets_the_answer_of_a_wrong_password(Browser browser) {
            LoginPage.open(browser, platform).signIn("m99999", "not-the-password");

            assertThat(new LoginPage(browser.tab()).errorOf("username")).isEqualTo(WRONG);
        }

        @Journey
        void surrounding_blanks_do_not_matter(Browser browser, Person person) {
            LoginPage.open(browser, platform).signIn("  " + person.username() + " ", Person.PASSWORD);

            assertThat(new PlatformPage(browser.tab()).username()).isEqualTo(person.username());
        }

        @Test
        @Tag("A82")
        void one_behind_ten_thousand_blanks_of_another_kind_is_read_without_them() {
            admin.forgetEvents();
            Reply answer = new Visitor().signIn(platform, "\u2003".repeat(10_000) + "m", "wrong");

            assertThat(answer.pageId()).isEqualTo("login-login");
            assertThat(answer.body()).hasSizeLessThan(10_000);
            assertThat(AdminApi.detail(admin.events("LOGIN_ERROR").get(0), "username"))
                    .isEqualTo("m");
        }

        @Test
        void one_of_a_hundred_thousand_characters_is_a_wrong_one(Browser browser) {
            LoginPage.open(browser, platform).signIn("m".repeat(100_000), "not-the-password");

            LoginPage again = new LoginPage(browser.tab());
            assertThat(again.errorOf("username")).isEqualTo(WRONG);
            assertThat(again.username()).isEmpty();
        }
    }

    @Nested
    class given_an_email_address_as_user_name {

        @Journey
        void an_existing_and_an_absent_one_are_told_the_same(Browser browser, Person person) {
            String known = answerTo(browser, person.email());
            String unknown = answerTo(browser.another(), "nobody." + person.email());

            assertThat(known).startsWith(NOT_THE_EMAIL).isEqualTo(unknown);
        }

        @Test
        void the_event_does_not_repeat_it(Browser browser) {
            String email = UUID.randomUUID() + "@example.com";

            answerTo(browser, email);

            assertThat(admin.json().get("/events?type=LOGIN_ERROR").toString())
                    .contains("user_not_found")
                    .doesNotContain(email);
            assertThat(server.log()).doesNotContain(email);
        }

        private String answerTo(Browser browser, String typed) {
            LoginPage.open(browser, platform).signIn(typed, Person.PASSWORD);
            return new LoginPage(browser.tab()).errorOf("username");
        }
    }

    @Nested
    class given_a_session {

        private void signIn(Browser browser) {
            LoginPage.open(browser, platform).signIn(admin.create(Person.any()));
            new PlatformPage(browser.tab());
        }

        @Test
        @Tag("A116")
        void it_is_alive_after_29_and_a_half_idle_minutes(Browser browser) {
            signIn(browser);

            server.travel(Duration.ofMinutes(29).plusSeconds(30));

            browser.open(platform.loginUrl());
            new PlatformPage(browser.tab());
        }

        @Journey
        @Tag("A116")
        void it_is_gone_after_30_and_a_half_idle_minutes_and_the_login_page_says_why(Browser browser) {
            signIn(browser);

            server.travel(Duration.ofMinutes(30).plusSeconds(30));

            LoginPage login = LoginPage.open(browser, platform);
            assertThat(login.message()).contains("30 minuti di inattività");
            browser.tab().reload();
            assertThat(new LoginPage(browser.tab()).message()).contains("30 minuti di inattività");
        }

        @Test
        void its_refresh_token_is_accepted_after_29_and_a_half_idle_minutes(Browser browser) {
            signIn(browser);

            server.travel(Duration.ofMinutes(29).plusSeconds(30));

            assertThat(platform.refresh()).isTrue();
        }

        @Test
        @Tag("A117")
        void its_refresh_token_is_refused_after_30_and_a_half_idle_minutes(Browser browser) {
            signIn(browser);

            server.travel(Duration.ofMinutes(30).plusSeconds(30));

            assertThat(platform.refresh()).isFalse();
        }

        @Test
        @Tag("A119")
        void one_that_asks_to_be_remembered_by_hand_is_gone_all_the_same(Person person, Visitor visitor) {
            visitor.openLogin(platform);
            visitor.submit(Map.of("username", person.username(), "password", Person.PASSWORD, "rememberMe", "on"));
            assertThat(visitor.openLogin(platform).pageId()).isEqualTo("platform");

            server.travel(Duration.ofMinutes(30).plusSeconds(30));

            assertThat(visitor.openLogin(platform).pageId()).isEqualTo("login-login");
        }

        @Test
        void one_that_an_administrator_ended_is_not_called_idle(Browser browser, Person person) {
            LoginPage.open(browser, platform).signIn(person);
            new PlatformPage(browser.tab());

            admin.account(person.username()).logout();

            assertThat(LoginPage.open(browser, platform).message())
                    .contains("La sessione è terminata")
                    .doesNotContain("inattività");
        }

        @Test
        void after_a_log_out_there_is_nothing_to_tell(Browser browser) {
            signIn(browser);
            new PlatformPage(browser.tab()).logOut();

            assertThat(LoginPage.open(browser, platform).message()).isEmpty();
        }
    }

    @Nested
    class given_a_login_page_that_is_not_new {

        @Journey
        void after_a_refused_password_the_way_back_leads_to_a_form_that_works(Browser browser, Person person) {
            LoginPage.open(browser, platform).signIn("m99999", "not-the-password");
            new LoginPage(browser.tab());

            browser.tab().goBack();
            new LoginPage(browser.tab()).signIn(person);

            assertThat(new PlatformPage(browser.tab()).username()).isEqualTo(person.username());
        }

        @Journey
        void after_a_refused_password_a_refresh_shows_a_form_that_works(Browser browser, Person person) {
            LoginPage.open(browser, platform).signIn("m99999", "not-the-password");

            browser.tab().reload();
            new LoginPage(browser.tab()).signIn(person);

            assertThat(new PlatformPage(browser.tab()).username()).isEqualTo(person.username());
        }

        @Journey
        void two_tabs_sign_in_one_after_the_other(Browser browser, Person person) {
            LoginPage first = LoginPage.open(browser, platform);
            com.microsoft.playwright.Page other = browser.newTab();
            other.navigate(platform.loginUrl());
            new LoginPage(other).signIn(person);
            new PlatformPage(other);

            if (!browser.hasJavaScript()) {
                first.tab().navigate(platform.loginUrl());
            }

            // With a script the first tab follows by itself.
            assertThat(new PlatformPage(first.tab()).username()).isEqualTo(person.username());
        }

        /** Keycloak would begin the registration again in those tabs, and end the session of the one that signed in. */
        @Test
        void what_is_typed_elsewhere_stays_when_another_tab_signs_in(Browser browser, Person person) {
            RegisterPage registration = new RegisterPage(browser.open(platform.registrationUrl()));
            registration.fill("anna@example.com");
            com.microsoft.playwright.Page cameBack = browser.newTab();
            cameBack.navigate(platform.registrationUrl());
            new RegisterPage(cameBack).backToLogin();
            new LoginPage(cameBack);
            LoginPage follows = new LoginPage(opened(browser));

            new LoginPage(opened(browser)).signIn(person);
            new PlatformPage(follows.tab());

            // That tab has looked as often as the others.
            assertThat(registration.value("email")).isEqualTo("anna@example.com");
            new LoginPage(cameBack);
            assertThat(browser.context().cookies())
                    .extracting(cookie -> cookie.name)
                    .contains("KEYCLOAK_IDENTITY", "KEYCLOAK_SESSION");
        }

        private com.microsoft.playwright.Page opened(Browser browser) {
            com.microsoft.playwright.Page tab = browser.newTab();
            tab.navigate(platform.loginUrl());
            return tab;
        }

        @Journey
        void one_left_open_for_31_minutes_says_so_and_still_leads_to_the_platform(Browser browser, Person person) {
            LoginPage stale = LoginPage.open(browser, platform);

            server.travel(Duration.ofMinutes(31));
            stale.signIn(person);

            LoginPage fresh = new LoginPage(browser.tab());
            assertThat(fresh.message()).isNotEmpty();
            fresh.signIn(person);
            assertThat(new PlatformPage(browser.tab()).username()).isEqualTo(person.username());
        }
    }

    @Nested
    class given_a_browser_in_another_language {

        @Test
        void english_and_spanish_are_spoken(Browser browser) {
            assertThat(LoginPage.open(browser.inLanguage("en-GB"), platform).language())
                    .isEqualTo("en");
            assertThat(LoginPage.open(browser.inLanguage("es-ES"), platform).language())
                    .isEqualTo("es");
        }

        @Test
        void any_other_gets_italian(Browser browser) {
            assertThat(LoginPage.open(browser.inLanguage("fi-FI"), platform).language())
                    .isEqualTo("it");
        }

        @Journey
        void the_language_switch_needs_no_script_and_holds_for_the_next_page(Browser browser) {
            LoginPage login = LoginPage.open(browser, platform);

            login.switchLanguage("es");

            LoginPage spanish = new LoginPage(browser.tab());
            assertThat(spanish.language()).isEqualTo("es");
            spanish.signIn("m99999", "not-the-password");
            assertThat(new LoginPage(browser.tab()).language()).isEqualTo("es");
        }

        @Test
        void the_language_switch_knows_an_application_by_whatever_name(Browser browser) {
            String name = "https://app.example/?a=b&c=\"caffè nero\"";
            ClientRepresentation client = new ClientRepresentation();
            client.setClientId(name);
            client.setRedirectUris(List.of("http://localhost/"));
            admin.create(client);
            try {
                browser.open(server.realmUrl() + "/protocol/openid-connect/auth?response_type=code&scope=openid"
                        + "&redirect_uri=http://localhost/&client_id=" + URLEncoder.encode(name, UTF_8));
                List<String> asked = new ArrayList<>();
                browser.context().onRequest(request -> asked.add(URLDecoder.decode(request.url(), UTF_8)));

                new LoginPage(browser.tab()).switchLanguage("es");

                assertThat(new LoginPage(browser.tab()).language()).isEqualTo("es");
                assertThat(asked)
                        .anyMatch(url -> url.contains("client_id=" + name + "&") && url.endsWith("kc_locale=es"));
            } finally {
                admin.client(name).remove();
            }
        }
    }
}
