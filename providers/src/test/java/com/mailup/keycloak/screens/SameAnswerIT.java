package com.mailup.keycloak.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.FreePort;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.QueueAdmin;
import com.mailup.keycloak.testbed.Relay;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.VisibleAnswer;
import com.mailup.keycloak.testbed.Visitor;
import com.mailup.keycloak.trialregistration.Applicant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ClientRepresentation;

/** Nothing on a page, in a header or in an address tells whether an account exists. Times: {@code TimingIT}. */
@ExtendWith(TestBed.class)
@Tag("release")
record SameAnswerIT(RelyingParty platform, AdminApi admin, Mailbox mailbox, QueueAdmin mails) {

    private static Person nobody() {
        return Person.any();
    }

    private void lock(Person person) {
        for (int i = 0; i < 20 && !admin.isLocked(person.username()); i++) {
            new Visitor().signIn(platform, person.username(), "wrong");
        }
        assertThat(admin.isLocked(person.username())).isTrue();
    }

    private Reply reset(Person person) {
        return new Visitor().reset(platform, person);
    }

    private void assertMails(int count, String email) {
        assertThat(mails.sentTo(email)).hasSize(count);
    }

    @Nested
    class given_a_password_reset {

        private void assertSame(Reply reply) {
            assertThat(reply.message()).startsWith("Se nome utente ed email appartengono allo stesso account");
            assertThat(VisibleAnswer.of(reply)).isEqualTo(VisibleAnswer.of(reset(nobody())));
        }

        @Test
        @Tag("A01")
        void an_existing_account_is_answered_as_an_absent_one(Person person) {
            assertSame(reset(person));
            assertMails(1, person.email());
        }

        @Test
        @Tag("A02")
        void the_wrong_address_is_not_told(Person person, Person other) {
            assertSame(new Visitor().reset(platform, person.username(), other.email()));
            assertMails(0, person.email());
            assertMails(0, other.email());
        }

        @Test
        @Tag("A03")
        void the_wrong_user_name_is_not_told(Person person) {
            assertSame(new Visitor().reset(platform, nobody().username(), person.email()));
            assertMails(0, person.email());
        }

        @Test
        @Tag("A04")
        void a_disabled_account_is_not_told_and_gets_no_mail() {
            Person person = admin.create(nobody().disabled());

            assertSame(reset(person));
            assertMails(0, person.email());
        }

        @Test
        @Tag("A05")
        void a_locked_account_is_not_told_and_gets_its_mail(Person person) {
            lock(person);

            assertSame(reset(person));
            assertMails(1, person.email());
        }

        @Test
        @Tag("A06")
        void an_address_that_is_not_verified_is_not_told_and_gets_no_mail() {
            Person person = admin.create(nobody().withUnverifiedEmail());

            assertSame(reset(person));
            assertMails(0, person.email());
        }

        @Test
        @Tag("A07")
        void an_account_without_an_address_is_not_told() {
            Person person = admin.create(nobody().withEmail(null));

            assertSame(new Visitor().reset(platform, person.username(), nobody().email()));
        }

        @Test
        @Tag("A08")
        void a_trial_that_has_ended_is_not_told_and_gets_its_mail() {
            Person person = admin.create(nobody().withAttribute("plan", "expired"));

            assertSame(reset(person));
            assertMails(1, person.email());
        }

        @Test
        @Tag("A10")
        void a_service_account_is_not_told_and_gets_no_mail() {
            String client = "c" + UUID.randomUUID();
            String email = client + "@example.com";
            ClientRepresentation some = new ClientRepresentation();
            some.setClientId(client);
            some.setServiceAccountsEnabled(true);
            admin.create(some);
            try {
                String name = "service-account-" + client;
                admin.change(name, account -> {
                    account.setEmail(email);
                    account.setEmailVerified(true);
                });

                // Of the same length, since the name that was typed is on the page.
                String absent = "service-account-c" + UUID.randomUUID();
                assertThat(VisibleAnswer.of(new Visitor().reset(platform, name, email)))
                        .isEqualTo(VisibleAnswer.of(new Visitor().reset(platform, absent, email)));
                assertThat(VisibleAnswer.of(new Visitor().recover(platform, email)))
                        .isEqualTo(VisibleAnswer.of(new Visitor().recover(platform, nobody().email())));
                assertMails(0, email);
            } finally {
                admin.client(client).remove();
            }
        }

        @Test
        @Tag("A17")
        void a_mail_server_that_is_down_is_not_told(Person person) throws Exception {
            try (AutoCloseable broken = admin.changedMailServer(FreePort.find())) {
                assertSame(reset(person));
            }
            mailbox.await(person.email());
        }

        @Test
        @Tag("A18")
        void a_throttled_account_is_answered_as_a_throttled_nobody(Person person) {
            Person nobody = nobody();
            for (int i = 0; i < 3; i++) {
                reset(person);
                reset(nobody);
            }

            assertSame(reset(person));
            assertThat(VisibleAnswer.of(reset(nobody))).isEqualTo(VisibleAnswer.of(reset(person)));
            assertMails(3, person.email());
        }

        @Test
        @Tag("A19")
        void every_header_has_the_same_place_and_every_answer_the_same_length(KeycloakServer server) {
            assertThat(head(server, admin.create(nobody()))).isEqualTo(head(server, nobody()));
        }

        /** Names of the headers and cookies of the last answer, as they came, and its length. */
        private List<String> head(KeycloakServer server, Person person) {
            try (Relay relay = new Relay(server, "127.0.0.1")) {
                new Visitor().through(relay.url()).reset(platform, person);
                String all = relay.heard();
                String last = all.substring(all.lastIndexOf("HTTP/1.1 "));
                return last.substring(0, last.indexOf("\r\n\r\n"))
                        .lines()
                        .map(line -> line.matches("(?i)(content-length|content-type):.*")
                                ? line
                                : line.replaceAll("^(Set-Cookie: \\w+|[\\w-]+|HTTP/1.1 \\d+).*$", "$1"))
                        .toList();
            }
        }

        @Test
        @Tag("A20")
        void the_pages_after_the_answer_are_the_same() {
            assertThat(pagesAfter(admin.create(nobody()))).isEqualTo(pagesAfter(nobody()));
        }

        /** The login page that answers, refreshed; the form before, posted again; a new login in the same browser. */
        private List<VisibleAnswer> pagesAfter(Person person) {
            Visitor visitor = new Visitor();
            Reply answer = visitor.reset(platform, person);
            Reply again = visitor.open(answer.uri().toString());
            Reply form = visitor.openPasswordReset(platform);
            Map<String, String> typed = Map.of("username", person.username(), "email", person.email());
            Reply second = visitor.submit(typed);
            Reply back = visitor.resubmit(form, typed);
            return List.of(
                    VisibleAnswer.of(again),
                    VisibleAnswer.of(form),
                    VisibleAnswer.of(second),
                    VisibleAnswer.of(back),
                    VisibleAnswer.of(visitor.openLogin(platform)));
        }

        @ParameterizedTest
        @MethodSource("com.mailup.keycloak.testbed.Repository#languages")
        @Tag("A23")
        void a_form_filled_in_badly_is_answered_the_same_in_every_language(String language) {
            String known = admin.create(nobody()).username();
            String unknown = nobody().username();

            Reply answer = new Visitor().speaking(language).reset(platform, known, "nonsense");

            assertThat(answer.pageId()).isEqualTo("login-login-reset-password");
            assertThat(answer.body()).contains("lang=\"" + language + "\"", known);
            assertThat(answer.body().replace(known, unknown).length())
                    .isEqualTo(new Visitor()
                            .speaking(language)
                            .reset(platform, unknown, "nonsense")
                            .body()
                            .length());
        }
    }

    @Nested
    class given_a_user_name_recovery {

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 51})
        @Tag("A11")
        void so_many_accounts_on_one_address_are_not_told(int accounts) {
            String email = "ufficio@" + UUID.randomUUID() + ".example.com";
            admin.create(Person.many(accounts).stream()
                    .map(person -> person.withEmail(email).withPassword(null))
                    .toList());

            Reply answer = new Visitor().recover(platform, email);

            assertThat(answer.message()).startsWith("Se l'indirizzo è associato a uno o più account");
            assertThat(VisibleAnswer.of(answer))
                    .isEqualTo(VisibleAnswer.of(
                            new Visitor().recover(platform, "ufficio@" + UUID.randomUUID() + ".example.com")));
            assertMails(accounts > 0 ? 1 : 0, email);
        }
    }

    @Nested
    class given_a_registration {

        private Reply register(String email) {
            Visitor visitor = new Visitor();
            visitor.openRegistration(platform);
            return visitor.submit(new Applicant(email).fields());
        }

        private void assertSame(Person owner) {
            Reply reply = register(owner.email());
            assertThat(reply.pageId()).isEqualTo("login-trial-registration");
            assertThat(VisibleAnswer.of(reply)).isEqualTo(VisibleAnswer.of(register(nobody().email())));
        }

        @Test
        @Tag("A15")
        void a_known_address_is_answered_as_a_new_one_and_told_by_mail() {
            Person owner = admin.create(nobody().withAttribute("plan", "trial"));

            assertSame(owner);

            assertThat(mailbox.await(owner.email()).text()).contains(owner.username());
        }

        @Test
        @Tag("A15")
        void an_address_that_is_not_verified_or_disabled_is_answered_as_a_new_one() {
            assertSame(admin.create(nobody().withUnverifiedEmail()));
            assertSame(admin.create(nobody().disabled()));
        }

        @Test
        @Tag("A18")
        void over_the_limit_the_answer_is_the_same(Person owner) {
            for (int i = 0; i < 4; i++) {
                assertSame(owner);
            }
            assertMails(3, owner.email());
        }
    }

    @Nested
    class given_a_login {

        private void assertSame(Person person, String password) {
            Reply reply = new Visitor().signIn(platform, person.username(), password);
            assertThat(reply.body()).contains("Nome utente o password non validi.");
            Person nobody = nobody();
            String expected = VisibleAnswer.of(new Visitor().signIn(platform, nobody.username(), "wrong"))
                    .body();
            assertThat(VisibleAnswer.of(reply).body().replace(person.username(), nobody.username()))
                    .isEqualTo(expected);
        }

        @Test
        @Tag("A12")
        void an_empty_password_is_answered_as_an_unknown_name() {
            assertSame(admin.create(nobody()), "");
            assertSame(nobody(), "");
        }

        @Test
        @Tag("A13")
        void a_locked_account_is_answered_as_an_unknown_name_even_to_the_right_password(Person person) {
            lock(person);

            assertSame(person, Person.PASSWORD);
            assertSame(person, "wrong");
        }

        @Test
        void a_wrong_password_is_answered_as_an_unknown_name() {
            assertSame(admin.create(nobody()), "wrong");
        }

        @Test
        void a_disabled_account_is_answered_as_an_unknown_name_unless_the_password_is_right() {
            assertSame(admin.create(nobody().disabled()), "wrong");
            assertSame(admin.create(nobody().disabled()), "");
        }

        @Test
        void an_account_without_a_password_is_answered_as_an_unknown_name() {
            assertSame(admin.create(nobody().withPassword(null)), "wrong");
        }
    }
}
