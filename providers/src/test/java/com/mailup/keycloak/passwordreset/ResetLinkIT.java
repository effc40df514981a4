package com.mailup.keycloak.passwordreset;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.AtOnce;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a reset link opens, and what it does not. */
@ExtendWith(TestBed.class)
record ResetLinkIT(AdminApi admin, Mailbox mailbox, RelyingParty platform, KeycloakServer server, Person person) {

    private static final String NEW_PASSWORD = "una-nuova-parola-43";
    private static final String OVER = "Questo link non è più valido";

    /** A new link; there are so many by then. */
    private String link(Visitor visitor, int mails) {
        visitor.reset(platform, person);
        return mailbox.await(person.email(), mails).get(0).link();
    }

    private String link() {
        return link(new Visitor(), 1);
    }

    private static Reply choose(Visitor visitor, String password) {
        return visitor.submit(Map.of("password-new", password, "password-confirm", password));
    }

    private static void assertNewPasswordPage(Reply reply) {
        assertThat(reply.pageId()).isEqualTo("login-login-update-password");
    }

    private static void assertNoNewPasswordPage(Reply reply) {
        assertThat(reply.status()).isLessThan(500);
        assertThat(reply.pageId()).isNotEqualTo("login-login-update-password").startsWith("login-");
    }

    private Reply signIn(Visitor visitor, String password) {
        return visitor.signIn(platform, person.username(), password);
    }

    /** Guesses do not count here: two wrong ones in a row would lock the account. */
    private boolean signsIn(String password) {
        admin.realm().attackDetection().clearAllBruteForce();
        return signIn(new Visitor(), password).uri().toString().startsWith(platform.home());
    }

    @Nested
    class given_a_used_one {

        @Test
        @Tag("A65")
        void the_login_page_says_so_and_nobody_is_signed_in(Visitor visitor) {
            visitor.open(link(visitor, 1));

            Reply answer = choose(visitor, NEW_PASSWORD);

            assertThat(answer.pageId()).isEqualTo("login-login");
            assertThat(answer.message()).isEqualTo("La tua password è stata cambiata: accedi con quella nuova.");
            assertThat(admin.sessions(person.username())).isEmpty();
            assertThat(visitor.open(platform.home() + "acquisto").pageId()).isEqualTo("login-login");
        }

        @Test
        @Tag("A62")
        void another_browser_ends_at_the_home_of_the_application(Visitor other) {
            assertNewPasswordPage(other.open(link()));
            assertThat(choose(other, NEW_PASSWORD).pageId()).isEqualTo("login-login");

            Reply answer = other.submit(Map.of("username", person.username(), "password", NEW_PASSWORD));

            assertThat(answer.uri().toString())
                    .startsWith(platform.home() + "?")
                    .doesNotContain("code=", "error");
            assertThat(other.open(platform.home() + "acquisto").body()).contains(person.username());
        }

        @Test
        @Tag("A64")
        void all_sessions_of_the_account_have_ended(Visitor before, Visitor resetting) {
            signIn(before, Person.PASSWORD);
            signIn(resetting, Person.PASSWORD);
            assertThat(admin.sessions(person.username())).hasSize(2);

            resetting.open(link(resetting, 1));
            choose(resetting, NEW_PASSWORD);

            assertThat(admin.sessions(person.username())).isEmpty();
            assertThat(platform.refresh()).isFalse();
            assertThat(before.openLogin(platform).pageId()).isEqualTo("login-login");
        }

        @Test
        @Tag("A66")
        void its_owner_is_told_by_mail(Visitor visitor) {
            visitor.open(link());
            choose(visitor, NEW_PASSWORD);

            assertThat(mailbox.await(person.email(), 2).get(0)).satisfies(mail -> {
                assertThat(mail.subject()).isEqualTo("La tua password è stata cambiata");
                assertThat(mail.text()).contains(person.username(), "contatta subito l'assistenza");
                assertThat(mail.html()).contains(person.username(), "contatta subito l&#39;assistenza");
                assertThat(mail.links()).isEmpty();
            });
        }

        @Test
        @Tag("A05")
        void a_locked_account_is_free_again(Visitor visitor) {
            for (int i = 0; i < 3; i++) {
                signIn(new Visitor(), "wrong");
            }
            assertThat(admin.isLocked(person.username())).isTrue();
            visitor.open(link());

            choose(visitor, NEW_PASSWORD);

            assertThat(admin.isLocked(person.username())).isFalse();
            assertThat(signsIn(NEW_PASSWORD)).isTrue();
        }

        @Test
        @Tag("A54")
        void a_second_use_is_refused_and_offers_a_new_start(Visitor visitor) {
            String link = link();
            visitor.open(link);
            choose(visitor, NEW_PASSWORD);

            Reply again = new Visitor().open(link);

            assertThat(again.status()).isEqualTo(400);
            assertThat(again.pageId()).isEqualTo("login-error");
            assertThat(again.body()).contains("href=\"" + platform.home());
        }

        @Test
        void going_back_and_posting_again_changes_nothing(Visitor visitor) {
            Reply page = visitor.open(link());
            choose(visitor, NEW_PASSWORD);

            Map<String, String> typed =
                    Map.of("password-new", "una-terza-parola-44", "password-confirm", "una-terza-parola-44");
            assertNoNewPasswordPage(visitor.resubmit(page, typed));
            assertThat(signsIn("una-terza-parola-44")).isFalse();
            assertThat(signsIn(NEW_PASSWORD)).isTrue();
        }
    }

    @Nested
    class given_two {

        @Test
        @Tag("A55")
        void the_second_is_refused_after_the_first_was_used(Visitor visitor) {
            String first = link(new Visitor(), 1);
            String second = link(new Visitor(), 2);
            visitor.open(first);
            choose(visitor, NEW_PASSWORD);

            Reply answer = new Visitor().open(second);

            assertThat(answer.pageId()).isEqualTo("login-login-reset-password");
            assertThat(answer.message()).startsWith(OVER);
        }

        @Test
        @Tag("A55")
        void the_second_is_refused_even_where_its_page_was_open_already(Visitor one, Visitor two) {
            one.open(link(new Visitor(), 1));
            assertNewPasswordPage(two.open(link(new Visitor(), 2)));
            choose(one, NEW_PASSWORD);

            Reply answer = choose(two, "una-terza-parola-44");

            assertThat(answer.pageId()).isEqualTo("login-error");
            assertThat(answer.body()).contains(OVER);
            assertThat(signsIn(NEW_PASSWORD)).isTrue();
        }

        @Test
        @Tag("A60")
        void used_at_the_same_moment_in_eight_browsers_one_succeeds() {
            List<String> links = List.of(link(new Visitor(), 1), link(new Visitor(), 2));
            List<Visitor> visitors =
                    IntStream.range(0, 8).mapToObj(i -> new Visitor()).toList();
            IntStream.range(0, 8)
                    .forEach(i -> assertNewPasswordPage(visitors.get(i).open(links.get(i % 2))));

            assertThat(AtOnce.of(8, i -> choose(visitors.get(i), NEW_PASSWORD + i)))
                    .extracting(Reply::pageId)
                    .containsOnly("login-login", "login-error")
                    .containsOnlyOnce("login-login");
            assertThat(IntStream.range(0, 8).filter(i -> signsIn(NEW_PASSWORD + i)))
                    .hasSize(1);
        }
    }

    @Nested
    class given_one_that_has_been_overtaken {

        @Test
        @Tag("A57")
        void by_a_password_that_was_changed_otherwise_is_refused() {
            String link = link();
            admin.setPassword(person.username(), "una-terza-parola-44");

            assertThat(new Visitor().open(link).message()).startsWith(OVER);
        }

        @Test
        @Tag("A57")
        void by_a_password_that_was_changed_while_its_page_was_open_is_refused(Visitor visitor) {
            assertNewPasswordPage(visitor.open(link()));
            admin.setPassword(person.username(), "una-terza-parola-44");

            assertThat(choose(visitor, NEW_PASSWORD).body()).contains(OVER);
            assertThat(signsIn("una-terza-parola-44")).isTrue();
        }

        @Test
        @Tag("A56")
        void by_a_new_address_is_refused() {
            String link = link();
            admin.change(person.username(), account -> account.setEmail("n" + person.email()));

            assertNoNewPasswordPage(new Visitor().open(link));
        }

        @Test
        @Tag("A58")
        void by_time_while_its_page_was_open_is_refused(Visitor visitor) {
            String link = link();
            server.travel(Duration.ofMinutes(9));
            assertNewPasswordPage(visitor.open(link));

            server.travel(Duration.ofMinutes(11));

            assertThat(choose(visitor, NEW_PASSWORD).pageId()).isEqualTo("login-error");
            assertThat(signsIn(Person.PASSWORD)).isTrue();
        }

        @Test
        @Tag("A58")
        void by_time_is_refused_and_offers_a_new_start(Visitor asking) {
            String link = link(asking, 1);

            server.travel(Duration.ofMinutes(11));

            Reply here = asking.open(link);
            assertThat(here.pageId()).isEqualTo("login-login-reset-password");
            assertThat(here.message()).isNotEmpty();
            Reply elsewhere = new Visitor().open(link);
            assertThat(elsewhere.pageId()).isEqualTo("login-error");
            assertThat(elsewhere.body()).contains("href=\"" + platform.home());
        }
    }

    @Nested
    class given_one_that_is_opened_twice_in_one_browser {

        @Test
        void the_page_is_there_again_and_works(Visitor visitor) {
            String link = link();
            assertNewPasswordPage(visitor.open(link));
            assertNewPasswordPage(visitor.open(link));

            assertThat(choose(visitor, NEW_PASSWORD).pageId()).isEqualTo("login-login");
            assertThat(signsIn(NEW_PASSWORD)).isTrue();
        }
    }

    @Nested
    class given_somebody_without_a_proof {

        private String execution(String provider) {
            return admin.step("mailup reset credentials", provider).getId();
        }

        private Reply post(Visitor visitor, String address, String form) {
            return visitor.send(HttpRequest.newBuilder(URI.create(address))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
        }

        @Test
        @Tag("A50")
        void trying_another_way_and_posting_to_the_proof_leads_nowhere(Visitor visitor) {
            Reply page = visitor.openPasswordReset(platform);
            visitor.resubmit(page, Map.of("tryAnotherWay", "on"));

            Reply answer = post(
                    visitor,
                    page.action()
                            .toString()
                            .replaceAll("execution=[^&]*", "execution=" + execution("reset-credential-email")),
                    "");

            assertNoNewPasswordPage(answer);
        }

        @Test
        @Tag("A51")
        void posting_to_any_step_leads_nowhere() {
            for (String provider : List.of(
                    "mailup-throttle",
                    "mailup-username-recovery",
                    "mailup-password-reset",
                    "reset-credential-email",
                    "reset-password")) {
                Visitor visitor = new Visitor();
                Reply page = visitor.openPasswordReset(platform);
                String step =
                        page.action().toString().replaceAll("execution=[^&]*", "execution=" + execution(provider));
                assertNoNewPasswordPage(post(visitor, step, "password-new=x"));
                // And without the code of the page.
                assertNoNewPasswordPage(
                        post(new Visitor(), step.replaceAll("session_code=[^&]*", "session_code=none"), ""));
            }
        }

        @Test
        @Tag("A52")
        void the_step_of_another_flow_leads_nowhere(Visitor visitor) {
            Reply login = visitor.openLogin(platform);
            Matcher execution =
                    Pattern.compile("execution=([^&]*)").matcher(login.action().toString());
            assertThat(execution.find()).isTrue();
            Reply page = visitor.openPasswordReset(platform);

            assertNoNewPasswordPage(post(
                    visitor,
                    page.action().toString().replaceAll("execution=[^&]*", "execution=" + execution.group(1)),
                    "username=" + person.username() + "&password=" + Person.PASSWORD));
            assertThat(admin.sessions(person.username())).isEmpty();
        }

        @Test
        @Tag("A53")
        void a_link_in_the_login_of_somebody_else_starts_a_new_one(Visitor other) {
            Reply login = other.openLogin(platform);

            assertNewPasswordPage(other.open(link()));

            // The login that was open before is not signed in by it.
            choose(other, NEW_PASSWORD);
            assertNoNewPasswordPage(other.open(login.uri().toString()));
            assertThat(admin.sessions(person.username())).isEmpty();
        }

        /** Keycloak would go on with the login that it meets, as the owner of the link. */
        @Test
        @Tag("A53")
        @Tag("A63")
        void a_link_in_ones_own_login_past_its_password_signs_nobody_in(Visitor visitor) {
            Person attacker = admin.create(Person.any().withRequiredActions("UPDATE_PROFILE"));
            String link = link(visitor, 1);
            String tab = link.replaceFirst(".*[?&]tab_id=([^&]*).*", "$1");
            Reply login = visitor.open(server.realmUrl() + "/login-actions/restart?client_id=platform&tab_id=" + tab);
            assertThat(login.pageId()).isIn("login-login", "login-login-reset-password");
            Reply pending = visitor.open(
                    login.uri().toString().contains("reset-credentials")
                            ? server.realmUrl() + "/login-actions/authenticate?client_id=platform&tab_id=" + tab
                            : login.uri().toString());
            assertThat(pending.pageId()).isEqualTo("login-login");
            pending = visitor.submit(Map.of("username", attacker.username(), "password", Person.PASSWORD));
            assertThat(pending.pageId()).isEqualTo("login-login-update-profile");

            Reply answer = visitor.open(link);

            assertThat(answer.pageId()).isEqualTo("login-error");
            assertThat(answer.body()).contains("Questo link è stato aperto nel mezzo di un altro accesso");
            assertThat(admin.sessions(person.username())).isEmpty();
            assertNewPasswordPage(visitor.open(link));
        }

        @Test
        @Tag("A59")
        void a_token_that_this_realm_did_not_make_for_a_reset_leads_nowhere() throws Exception {
            String link = link();
            String token = link.replaceFirst(".*[?&]key=([^&]*).*", "$1");
            String[] parts = token.split("\\.");
            String none = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}");
            String ofTheMasterRealm = masterLink().replaceFirst(".*[?&]key=([^&]*).*", "$1");
            for (String forged : List.of(
                    none + "." + parts[1] + ".",
                    none + "." + parts[1] + "." + parts[2],
                    parts[0] + "." + parts[1] + "." + base64("another signature"),
                    parts[0] + "." + base64("{}") + "." + parts[2],
                    ofTheMasterRealm,
                    "",
                    "..")) {
                Reply answer = new Visitor().open(link.replace(token, forged));

                assertThat(answer.status()).as(forged).isEqualTo(400);
                assertNoNewPasswordPage(answer);
            }
            assertNewPasswordPage(new Visitor().open(link));
        }

        private static String base64(String text) {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        private String masterLink() throws Exception {
            AdminApi master = admin.inRealm("master");
            Person administrator = Person.named(UUID.randomUUID().toString());
            Map<String, String> mails = admin.realm().toRepresentation().getSmtpServer();
            try (AutoCloseable changed = master.changedRealm(realm -> realm.setSmtpServer(mails))) {
                master.create(administrator);
                master.account(administrator.username()).executeActionsEmail(List.of("UPDATE_PASSWORD"));
                return mailbox.await(administrator.email()).link();
            }
        }
    }

    @Nested
    class given_a_scanner_of_mails {

        @Test
        @Tag("A61")
        void a_link_that_was_looked_at_five_times_still_works(Visitor visitor) {
            String link = link();
            for (int i = 0; i < 5; i++) {
                new Visitor().open(link);
            }
            for (int i = 0; i < 3; i++) {
                new Visitor()
                        .send(HttpRequest.newBuilder(URI.create(link))
                                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
            }

            assertNewPasswordPage(visitor.open(link));
            assertThat(choose(visitor, NEW_PASSWORD).pageId()).isEqualTo("login-login");
        }
    }

    @Nested
    class given_a_request_that_waits_in_the_queue {

        @Test
        void it_makes_no_link_once_the_password_has_changed() throws Exception {
            admin.forgetEvents();
            try (AutoCloseable broken = admin.changedMailServer(1)) {
                new Visitor().reset(platform, person);
                admin.setPassword(person.username(), "una-terza-parola-44");
            }

            Await.until(
                    "an event",
                    Duration.ofSeconds(40),
                    () -> admin.errors("SEND_RESET_PASSWORD_ERROR").contains("password_changed_since"));
            assertThat(mailbox.of(person.email())).isEmpty();
        }
    }
}
