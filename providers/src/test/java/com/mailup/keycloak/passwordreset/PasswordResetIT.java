package com.mailup.keycloak.passwordreset;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.screens.ErrorPage;
import com.mailup.keycloak.screens.LoginUpdatePasswordPage;
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
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("journey")
@ExtendWith(TestBed.class)
record PasswordResetIT(
        AdminApi admin,
        Mailbox mailbox,
        QueueAdmin mails,
        RelyingParty platform,
        KeycloakServer server,
        Person person) {

    private static final String SENT = "Se nome utente ed email appartengono allo stesso account";
    private static final String NEW_PASSWORD = "una-nuova-parola-43";

    /** Asks for a link and reads the answer. */
    private String reset(Browser browser, String username, String email) {
        LoginResetPasswordPage.open(browser, platform).reset(username, email);
        return new LoginPage(browser.tab()).message();
    }

    private String linkFor(Browser browser) {
        reset(browser, person.username(), person.email());
        return mailbox.await(person.email()).link();
    }

    @Test
    void all_is_in_the_language_that_was_chosen_though_the_application_asked_for_another(Browser browser) {
        browser.open(platform.loginUrl() + "?ui_locales=it");
        new LoginPage(browser.tab()).switchLanguage("es");
        new LoginPage(browser.tab()).forgotPassword();
        new LoginResetPasswordPage(browser.tab()).reset(person.username(), person.email());
        assertThat(new LoginPage(browser.tab()).language()).isEqualTo("es");

        browser.open(mailbox.await(person.email()).link());
        LoginUpdatePasswordPage page = new LoginUpdatePasswordPage(browser.tab());
        assertThat(page.language()).isEqualTo("es");
        assertThat(browser.tab().isVisible("#logout-sessions"))
                .as("all sessions end, whatever is chosen")
                .isFalse();
        page.choose(NEW_PASSWORD);
        assertThat(new LoginPage(browser.tab()).language()).isEqualTo("es");
    }

    @Nested
    class given_user_name_and_address {

        @Journey
        void of_one_account_the_mail_leads_to_a_new_password_that_signs_in(Browser browser) {
            assertThat(reset(browser, person.username(), person.email()))
                    .startsWith(SENT)
                    .contains("3 ogni 15 minuti");

            Mail mail = mailbox.await(person.email());
            assertThat(mailbox.all()).hasSize(1);
            assertThat(mail.subject()).isEqualTo("Reimposta la tua password");
            assertThat(mail.text()).contains("10 minuti", person.username());
            assertThat(mail.html()).contains(person.username());
            browser.open(mail.link());
            new LoginUpdatePasswordPage(browser.tab()).choose(NEW_PASSWORD);
            LoginPage login = new LoginPage(browser.tab());
            assertThat(login.message()).isEqualTo("La tua password è stata cambiata: accedi con quella nuova.");
            login.signIn(person.username(), NEW_PASSWORD);
            assertThat(new PlatformPage(browser.tab()).username()).isEqualTo(person.username());
        }

        @Journey
        void of_two_accounts_get_the_same_answer_and_no_mail(Browser browser, Person other) {
            assertThat(reset(browser, person.username(), other.email())).startsWith(SENT);
            mails.assertNoMail();
        }

        @Journey
        void of_nobody_get_the_same_answer_and_no_mail(Browser browser) {
            assertThat(reset(browser, "m99999", "nobody@example.com")).startsWith(SENT);
            mails.assertNoMail();
        }

        @Test
        void of_a_disabled_account_get_the_same_answer_and_no_mail(Browser browser) {
            assertThat(reset(browser, "m00004", "anna.bianchi@example.com")).startsWith(SENT);
            mails.assertNoMail();
        }

        @Test
        void of_an_account_whose_address_is_not_verified_get_the_same_answer_and_no_mail(Browser browser) {
            assertThat(reset(browser, "m00005", "dora.neri@example.com")).startsWith(SENT);
            mails.assertNoMail();
        }
    }

    @Nested
    class given_a_form_filled_in_badly {

        @Journey
        void what_is_missing_is_asked_for(Browser browser) {
            LoginResetPasswordPage.open(browser, platform).reset("", "");

            LoginResetPasswordPage again = new LoginResetPasswordPage(browser.tab());
            assertThat(again.errorOf("username")).isEqualTo("Inserisci il nome utente.");
            assertThat(again.errorOf("email")).isEqualTo("Inserisci l'indirizzo email.");
        }

        @Journey
        void what_is_wrong_is_named_and_the_rest_is_kept(Browser browser) {
            LoginResetPasswordPage.open(browser, platform).reset(person.username(), "nonsense");

            LoginResetPasswordPage again = new LoginResetPasswordPage(browser.tab());
            assertThat(again.errorOf("username")).isEmpty();
            assertThat(again.errorOf("email")).contains("non è valido");
            assertThat(again.username()).isEqualTo(person.username());
            again.reset(person.username(), person.email());
            mailbox.await(person.email());
        }

        @Test
        void an_address_in_the_place_of_the_user_name_is_named(Browser browser) {
            LoginResetPasswordPage.open(browser, platform).reset(person.email(), person.email());

            assertThat(new LoginResetPasswordPage(browser.tab()).errorOf("username"))
                    .contains("non è l'email");
        }
    }

    @Nested
    class given_the_link {

        @Journey
        void it_works_in_another_browser(Browser browser) {
            String link = linkFor(browser);
            Browser other = browser.another();

            other.open(link);
            new LoginUpdatePasswordPage(other.tab()).choose(NEW_PASSWORD);

            new LoginPage(other.tab());
            LoginPage.open(other, platform).signIn(person.username(), NEW_PASSWORD);
            new PlatformPage(other.tab());
        }

        @Journey
        void the_second_use_is_refused_and_a_way_on_is_offered(Browser browser) {
            String link = linkFor(browser);
            browser.open(link);
            new LoginUpdatePasswordPage(browser.tab()).choose(NEW_PASSWORD);
            new LoginPage(browser.tab());

            Browser other = browser.another();
            other.open(link);

            ErrorPage error = new ErrorPage(other.tab());
            assertThat(error.tab().locator("main a").count()).isPositive();
        }

        @Test
        void it_has_expired_after_11_minutes(Browser browser) {
            String link = linkFor(browser);

            server.travel(Duration.ofMinutes(11));
            browser.open(link);

            assertThat(com.mailup.keycloak.testbed.Page.idOf(browser.tab()))
                    .isNotEqualTo("login-login-update-password");
        }

        @Test
        void it_does_not_log_in_by_itself(Browser browser) {
            browser.open(linkFor(browser));
            new LoginUpdatePasswordPage(browser.tab()).choose(NEW_PASSWORD);
            new LoginPage(browser.tab());

            new LoginPage(browser.open(platform.home() + "acquisto"));
        }

        @Test
        void neither_it_nor_the_address_is_in_the_log(Browser browser) {
            browser.open(linkFor(browser));
            new LoginUpdatePasswordPage(browser.tab()).choose(NEW_PASSWORD);
            new LoginPage(browser.tab());

            assertThat(server.log()).doesNotContain(person.email(), "action-token?key=", NEW_PASSWORD);
        }
    }

    /** Keycloak leaves the same note for a link of any kind: A59. */
    @Nested
    class given_a_link_that_is_not_for_a_reset {

        private void assertNoWayToANewPassword(Browser browser, String link) {
            browser.open(link);
            Matcher tab = Pattern.compile("tab_id(?:=|\" value=\")([^&\"]+)")
                    .matcher(browser.tab().content());
            assertThat(tab.find()).isTrue();

            browser.open(
                    server.realmUrl() + "/login-actions/reset-credentials?client_id=platform&tab_id=" + tab.group(1));

            new LoginResetPasswordPage(browser.tab());
        }

        @Test
        @Tag("A59")
        void one_to_update_the_profile_does_not_lead_to_a_new_password(Browser browser) {
            admin.account(person.username()).executeActionsEmail("platform", null, List.of("UPDATE_PROFILE"));

            assertNoWayToANewPassword(browser, mailbox.await(person.email()).link());
        }

        @Test
        @Tag("A59")
        void one_to_verify_the_address_does_not_lead_to_a_new_password(Browser browser) {
            admin.account(person.username()).sendVerifyEmail("platform");

            assertNoWayToANewPassword(browser, mailbox.await(person.email()).link());
        }
    }

    @Nested
    class given_the_page_for_the_new_password {

        @Journey
        void one_that_breaks_the_policy_is_refused_in_plain_words(Browser browser) {
            browser.open(linkFor(browser));

            new LoginUpdatePasswordPage(browser.tab()).choose("too-short");
            LoginUpdatePasswordPage tooShort = new LoginUpdatePasswordPage(browser.tab());
            assertThat(tooShort.text()).contains("12 caratteri");
            tooShort.choose(person.username());
            LoginUpdatePasswordPage sameAsName = new LoginUpdatePasswordPage(browser.tab());
            assertThat(sameAsName.text()).contains("nome utente");
            sameAsName.choose(NEW_PASSWORD, NEW_PASSWORD + "x");
            LoginUpdatePasswordPage different = new LoginUpdatePasswordPage(browser.tab());
            assertThat(different.errorOf("password-confirm")).isNotEmpty();
            different.choose(NEW_PASSWORD);
            new LoginPage(browser.tab());
        }
    }

    @Nested
    class given_the_buttons_of_the_browser {

        @Journey
        void a_refresh_shows_the_same_page(Browser browser) {
            LoginResetPasswordPage.open(browser, platform);

            browser.tab().reload();

            assertThat(new LoginResetPasswordPage(browser.tab()).heading()).isEqualTo("Reimposta la tua password");
        }

        @Journey
        void back_to_the_login_signs_in_with_the_state_of_the_first_request(Browser browser) {
            LoginResetPasswordPage.open(browser, platform).backToLogin();

            new LoginPage(browser.tab()).signIn(person);

            assertThat(new PlatformPage(browser.tab()).username()).isEqualTo(person.username());
        }

        @Test
        void somebody_signed_in_who_opens_it_is_asked_all_the_same(Browser browser) {
            LoginPage.open(browser, platform).signIn(person);
            new PlatformPage(browser.tab());

            browser.open(platform.forgotCredentialsUrl());

            new LoginResetPasswordPage(browser.tab());
            mails.assertNoMail();
        }
    }
}
