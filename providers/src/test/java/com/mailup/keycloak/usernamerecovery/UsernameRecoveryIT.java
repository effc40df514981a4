package com.mailup.keycloak.usernamerecovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.passwordreset.LoginResetPasswordPage;
import com.mailup.keycloak.screens.PlatformPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Journey;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mail;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.QueueAdmin;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.TestBed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("journey")
@ExtendWith(TestBed.class)
record UsernameRecoveryIT(AdminApi admin, RelyingParty platform, Mailbox mailbox, QueueAdmin mails, Person carlo) {

    private static final String SENT = "Se l'indirizzo è associato a uno o più account";

    /** Asks for the user names of an address and reads the answer. */
    private String recover(Browser browser, String email) {
        UsernameRecoveryPage.open(browser, platform).recover(email);
        return new LoginPage(browser.tab()).message();
    }

    @Test
    void the_answer_is_in_the_language_that_was_chosen_though_the_application_asked_for_another(Browser browser) {
        browser.open(platform.loginUrl() + "?ui_locales=it");
        new LoginPage(browser.tab()).switchLanguage("es");
        new LoginPage(browser.tab()).forgotUsername();
        new UsernameRecoveryPage(browser.tab()).recover(carlo.email());

        assertThat(new LoginPage(browser.tab()).language()).isEqualTo("es");
    }

    @Nested
    class given_an_address {

        private Person sibling(String plan, String end) {
            return admin.create(Person.any().withEmail(carlo.email()).withPlan(plan, Instant.parse(end)));
        }

        @Journey
        void its_two_user_names_come_in_one_mail_and_the_disabled_one_does_not(Browser browser) {
            String email = carlo.email();
            String second = "m" + UUID.randomUUID();
            String disabled = "m" + UUID.randomUUID();
            admin.create(Person.named(second).withEmail(email));
            admin.create(Person.named(disabled).withEmail(email).disabled());

            assertThat(recover(browser, email)).startsWith(SENT).contains("3 ogni 15 minuti");

            Mail mail = mailbox.await(email);
            assertThat(mailbox.all()).hasSize(1);
            assertThat(mail.subject()).isEqualTo("I tuoi nomi utente");
            assertThat(mail.text()).contains(carlo.username(), second).doesNotContain(disabled);
            assertThat(mail.html()).contains(carlo.username(), second).doesNotContain(disabled);
            assertThat(mail.links())
                    .hasSize(3)
                    .contains(platform.home())
                    .allMatch(link -> link.startsWith(platform.home()));
        }

        @Test
        void beside_each_name_stand_its_plan_and_a_link_that_fills_it_in(Browser browser) {
            Person buyer = sibling("active", "2099-12-31T23:30:00Z");
            Person former = sibling("trial", "2026-06-30T12:00:00Z");

            recover(browser, carlo.email());

            Mail mail = mailbox.await(carlo.email());
            assertThat(mail.text())
                    .contains(buyer.username() + " (piano attivo, fino al 1 gennaio 2100)")
                    .contains(former.username() + " (piano scaduto, dal 30 giugno 2026)")
                    .doesNotContain(carlo.username() + " (");
            String link = mail.links().stream()
                    .filter(address -> address.endsWith("login_hint=" + buyer.username()))
                    .findFirst()
                    .orElseThrow();
            assertThat(mail.html()).contains(link.replace("&", "&amp;"));
            LoginPage login = new LoginPage(browser.another().open(link));
            assertThat(login.username()).isEqualTo(buyer.username());
            login.signIn(buyer);
            assertThat(new PlatformPage(login.tab()).username()).isEqualTo(buyer.username());
        }

        @Test
        void an_application_that_begins_no_login_itself_is_linked_at_its_home(Browser browser) throws Exception {
            try (AutoCloseable none = admin.changedMapper("platform", "addresses", Map.of("initiateLoginUri", ""))) {
                recover(browser, carlo.email());

                assertThat(mailbox.await(carlo.email()).links()).containsOnly(platform.home());
            }
        }

        @Test
        void its_only_user_name_comes_by_mail(Browser browser) {
            recover(browser, carlo.email());

            assertThat(mailbox.await(carlo.email()).text()).contains(carlo.username());
        }

        @Test
        void letter_case_and_blanks_do_not_matter(Browser browser) {
            recover(browser, "  " + carlo.email().toUpperCase(Locale.ROOT) + " ");

            assertThat(mailbox.await(carlo.email()).text()).contains(carlo.username());
        }

        @Journey
        void one_that_nobody_has_gets_the_same_answer_and_no_mail(Browser browser) {
            String known = recover(browser.another(), carlo.email());
            mailbox.await(carlo.email());
            mailbox.clear();

            assertThat(recover(browser, UUID.randomUUID() + "@example.com")).isEqualTo(known);
            mails.assertNoMail();
        }

        @Test
        void one_that_is_not_verified_gets_the_same_answer_and_no_mail(Browser browser) {
            assertThat(recover(browser, "dora.neri@example.com")).startsWith(SENT);
            mails.assertNoMail();
        }

        @Test
        void percent_and_underscore_are_letters_like_others(Browser browser) {
            recover(browser, "%@example.com");
            recover(browser.another(), carlo.email().replace('-', '_'));

            mails.assertNoMail();
        }

        @Test
        void of_51_user_names_50_are_listed_and_the_mail_says_that_there_are_more(Browser browser) {
            String email = "ufficio@" + UUID.randomUUID() + ".example.com";
            List<String> names = IntStream.range(0, 51)
                    .mapToObj(i -> "m" + UUID.randomUUID())
                    .sorted()
                    .toList();
            names.forEach(
                    name -> admin.create(Person.named(name).withEmail(email).withPassword(null)));

            recover(browser, email);

            Mail mail = mailbox.await(email);
            Stream.of(mail.text(), mail.html())
                    .forEach(body -> assertThat(body)
                            .contains(names.subList(0, 50))
                            .doesNotContain(names.get(50))
                            .contains("50"));
        }
    }

    @Nested
    class given_a_form_filled_in_badly {

        @Journey
        void nothing_typed_is_asked_for(Browser browser) {
            UsernameRecoveryPage.open(browser, platform).recover("");

            assertThat(new UsernameRecoveryPage(browser.tab()).errorOf("email"))
                    .isEqualTo("Inserisci l'indirizzo email.");
        }

        @Journey
        void what_cannot_be_an_address_is_named_and_kept_for_correction(Browser browser) {
            UsernameRecoveryPage.open(browser, platform).recover("anna.bianchi");

            UsernameRecoveryPage again = new UsernameRecoveryPage(browser.tab());
            assertThat(again.errorOf("email")).contains("non è valido");
            assertThat(again.email()).isEqualTo("anna.bianchi");
            again.recover(carlo.email());
            assertThat(new LoginPage(browser.tab()).message()).startsWith(SENT);
            mailbox.await(carlo.email());
        }

        @Test
        void a_field_of_somebodys_own_does_not_reach_the_template(Browser browser) {
            UsernameRecoveryPage page = UsernameRecoveryPage.open(browser, platform);
            page.tab()
                    .evaluate("() => ['scripts', 'switchOrganizationEnabled', 'enableWebAuthnConditionalUI'].forEach("
                            + "name => document.querySelector('form').append(Object.assign("
                            + "document.createElement('input'), {name, value: 'x'})))");

            page.recover("nonsense");

            UsernameRecoveryPage again = new UsernameRecoveryPage(browser.tab());
            assertThat(again.errorOf("email")).contains("non è valido");
            assertThat(again.tab()
                            .locator("meta[http-equiv=Content-Security-Policy]")
                            .count())
                    .isOne();
        }

        @Test
        void markup_is_shown_as_text(Browser browser) {
            UsernameRecoveryPage.open(browser, platform).recover("<b id=bold>\"x</b>");

            UsernameRecoveryPage again = new UsernameRecoveryPage(browser.tab());
            assertThat(again.email()).isEqualTo("<b id=bold>\"x</b>");
            assertThat(browser.tab().locator("#bold").count()).isZero();
        }
    }

    @Nested
    class given_the_buttons_of_the_browser {

        @Journey
        void a_refresh_shows_the_same_page(Browser browser) {
            UsernameRecoveryPage.open(browser, platform);

            browser.tab().reload();

            assertThat(new UsernameRecoveryPage(browser.tab()).heading()).isEqualTo("Recupera nome utente");
        }

        @Journey
        void back_to_the_login_signs_in_with_the_state_of_the_first_request(Browser browser) {
            UsernameRecoveryPage.open(browser, platform).backToLogin();

            new LoginPage(browser.tab()).signIn(carlo);

            assertThat(new PlatformPage(browser.tab()).username()).isEqualTo(carlo.username());
        }

        @Journey
        void after_the_answer_the_same_login_page_signs_in(Browser browser) {
            recover(browser, carlo.email());
            mailbox.await(carlo.email());

            new LoginPage(browser.tab()).signIn(carlo);

            assertThat(new PlatformPage(browser.tab()).username()).isEqualTo(carlo.username());
        }

        @Journey
        void both_recoveries_can_be_opened_in_turn(Browser browser) {
            LoginPage login = LoginPage.open(browser, platform);
            login.forgotPassword();
            new LoginResetPasswordPage(browser.tab());
            browser.tab().goBack();
            new LoginPage(browser.tab()).forgotUsername();
            new UsernameRecoveryPage(browser.tab());
            browser.tab().goBack();
            new LoginPage(browser.tab()).forgotPassword();
            new LoginResetPasswordPage(browser.tab());
        }

        @Journey
        void a_second_tab_does_not_disturb_the_first(Browser browser) {
            UsernameRecoveryPage first = UsernameRecoveryPage.open(browser, platform);
            com.microsoft.playwright.Page other = browser.newTab();
            other.navigate(platform.loginUrl());
            new LoginPage(other).forgotPassword();
            new LoginResetPasswordPage(other);

            first.recover(carlo.email());

            assertThat(new LoginPage(first.tab()).message()).startsWith(SENT);
            mailbox.await(carlo.email());
        }

        @Journey
        void a_form_left_open_for_31_minutes_leads_back_to_a_login_page_that_says_so(
                Browser browser, KeycloakServer server) {
            UsernameRecoveryPage stale = UsernameRecoveryPage.open(browser, platform);

            server.travel(Duration.ofMinutes(31));
            stale.recover(carlo.email());

            LoginPage login = new LoginPage(browser.tab());
            assertThat(login.message()).isNotEmpty().doesNotStartWith(SENT);
            mails.assertNoMail();
            login.forgotUsername();
            new UsernameRecoveryPage(browser.tab());
        }
    }

    @Nested
    class given_a_way_in_from_outside {

        @Journey
        void an_application_can_link_straight_to_it(Browser browser) {
            browser.open(platform.forgotCredentialsUrl() + "?recover=username");

            new UsernameRecoveryPage(browser.tab()).backToLogin();
            new LoginPage(browser.tab()).forgotPassword();
            new LoginResetPasswordPage(browser.tab());
        }

        @Test
        void a_browser_in_english_gets_page_and_mail_in_english(Browser browser) {
            Browser english = browser.inLanguage("en-GB");
            UsernameRecoveryPage page = UsernameRecoveryPage.open(english, platform);
            assertThat(page.heading()).isEqualTo("Recover your username");

            page.recover(carlo.email());

            assertThat(mailbox.await(carlo.email()).subject()).isEqualTo("Your usernames");
        }
    }
}
