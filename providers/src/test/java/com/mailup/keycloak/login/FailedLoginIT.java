package com.mailup.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mailup.keycloak.screens.PlatformPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.AtOnce;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import com.mailup.keycloak.testbed.fault.FailingSingleUseObjectProviderFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.admin.client.resource.UserResource;

/** When a failed login is answered, what it says, and how many of them a network may have. */
@ExtendWith(TestBed.class)
@Tag("release")
record FailedLoginIT(AdminApi admin, RelyingParty platform, KeycloakServer server) {

    private static final String WRONG = "Nome utente o password non validi. Dopo più tentativi falliti, attendi";
    private static final String DISABLED = "Questo account è disabilitato";
    private static final String PAUSED = "Troppi tentativi di accesso falliti dalla tua rete. Riprova tra ";

    @BeforeEach
    void nothing_told_yet() {
        admin.forgetEvents();
    }

    private AutoCloseable with(String setting, String value) {
        return admin.changedStep("mailup browser", setting, value);
    }

    private List<String> errors() {
        return admin.errors("LOGIN_ERROR");
    }

    @Nested
    class given_a_deadline {

        private Duration took(String username, String password) {
            Visitor visitor = new Visitor();
            visitor.openLogin(platform);
            return visitor.post(Map.of("username", username, "password", password))
                    .took();
        }

        @Test
        @Tag("S4")
        void whatever_was_wrong_the_answer_leaves_at_the_deadline(Person person) throws Exception {
            Person disabled = admin.create(Person.any().disabled());
            Duration deadline = Duration.ofSeconds(2);

            try (AutoCloseable slow = with("failureMilliseconds", String.valueOf(deadline.toMillis()))) {
                assertThat(List.of(
                                took(person.username(), "wrong"),
                                took(person.username(), ""),
                                took("m" + UUID.randomUUID(), "wrong"),
                                took("m".repeat(300), "wrong"),
                                took(disabled.username(), "wrong"),
                                took(disabled.username(), Person.PASSWORD)))
                        .allSatisfy(time -> assertThat(time).isBetween(deadline, deadline.multipliedBy(2)));
                assertThat(took(person.username(), Person.PASSWORD)).isLessThan(deadline);
                // It says nothing of any account.
                assertThat(took(person.email(), "wrong")).isLessThan(deadline);
            }
        }

        /** With a deadline of a millisecond an answer leaves when it is ready, and the hash is most of its time. */
        @Test
        @Tag("S4")
        void a_name_that_nobody_has_costs_a_hash_too(Person withoutPassword) throws Exception {
            Duration hash = Duration.ofMillis(500);
            UserResource account = admin.account(withoutPassword.username());
            account.removeCredential(account.credentials().get(0).getId());
            try (AutoCloseable costly = admin.changedRealm(realm ->
                            realm.setPasswordPolicy("hashAlgorithm(pbkdf2-sha512) and hashIterations(2000000)"));
                    AutoCloseable brief = with("failureMilliseconds", "1")) {
                assertThat(took(withoutPassword.email(), "wrong")).isLessThan(hash);
                assertThat(List.of(
                                took("m" + UUID.randomUUID(), "wrong"),
                                took("m".repeat(300), "wrong"),
                                took(withoutPassword.username(), "wrong")))
                        .allSatisfy(time -> assertThat(time).isGreaterThan(hash));
            }
        }

        @Test
        @Tag("S4")
        void one_that_takes_longer_is_counted() throws Exception {
            double before = server.metric("mailup_login_total", "outcome=\"late\"");
            try (AutoCloseable brief = with("failureMilliseconds", "1")) {
                took("m" + UUID.randomUUID(), "wrong");
            }

            assertThat(server.metric("mailup_login_total", "outcome=\"late\"")).isGreaterThan(before);
        }

        /** Keycloak has 50 threads here: if they waited, no more than 50 answers could be held. */
        @Test
        @Tag("S5")
        void nobody_waits_for_a_thread_meanwhile() throws Exception {
            Duration deadline = Duration.ofSeconds(9);
            List<Visitor> visitors =
                    IntStream.range(0, 60).mapToObj(i -> new Visitor()).toList();
            visitors.forEach(visitor -> visitor.openLogin(platform));
            try (AutoCloseable slow = with("failureMilliseconds", Long.toString(deadline.toMillis()))) {
                Map<String, String> form = Map.of("username", "m".repeat(300), "password", "wrong");
                CompletableFuture<List<Reply>> answers = CompletableFuture.supplyAsync(
                        () -> AtOnce.of(visitors.size(), i -> visitors.get(i).post(form)));
                Await.until("all are held", deadline, () -> server.metric("mailup_login_held") == visitors.size());

                assertThat(new Visitor().open(server.realmUrl()).status()).isEqualTo(200);

                assertThat(server.metric("mailup_login_held")).isPositive();
                assertThat(answers.join()).extracting(Reply::status).containsOnly(200);
            }
        }

        /** Keycloak would count the name that was typed before in this browser. */
        @Test
        @Tag("S16")
        void an_empty_name_is_asked_for_and_counts_for_nobody(Person person, Visitor visitor) {
            visitor.signIn(platform, person.username(), "wrong");
            int counted = admin.failures(person.username());

            for (int i = 0; i < 3; i++) {
                assertThat(visitor.submit(Map.of("username", " ", "password", "wrong"))
                                .body())
                        .contains("Inserisci il nome utente.")
                        .doesNotContain(WRONG);
            }

            assertThat(counted).isOne();
            assertThat(admin.failures(person.username())).isEqualTo(counted);
        }

        @ParameterizedTest
        @CsvSource({
            "failureMilliseconds,0",
            "failureMilliseconds,soon",
            "networkFailures,-1",
            "networkFailures,10000",
            "networkMinutes,3.5"
        })
        void what_is_no_setting_is_refused_with_the_reason(String setting, String value) {
            assertThatThrownBy(() -> with(setting, value))
                    .hasMessageContaining("400")
                    .hasMessageContaining(setting);
        }
    }

    @Nested
    class given_an_account_that_an_administrator_has_disabled {

        private final Person person = Person.any().disabled();

        @Test
        @Tag("S14")
        void who_gives_the_right_password_is_told_so_and_where_to_get_help(Browser browser) {
            admin.create(person);

            LoginPage.open(browser, platform).signIn(person);

            LoginPage answer = new LoginPage(browser.tab());
            assertThat(answer.message()).startsWith(DISABLED);
            assertThat(browser.tab()
                            .locator("a[href='https://help.example.com/']")
                            .innerText())
                    .isEqualTo("Contatta l'assistenza");
            assertThat(errors()).containsExactly("user_disabled");
        }

        @Test
        @Tag("S14")
        void who_guesses_is_not_told_and_is_locked_out_in_the_end() {
            admin.create(person);

            for (int i = 0; i < 20 && !locked(); i++) {
                assertThat(new Visitor()
                                .signIn(platform, person.username(), "guess")
                                .body())
                        .contains(WRONG)
                        .doesNotContain(DISABLED);
            }

            assertThat(locked()).isTrue();
            assertThat(new Visitor().signIn(platform, person).body())
                    .contains(WRONG)
                    .doesNotContain(DISABLED);
        }

        private boolean locked() {
            return admin.isLocked(person.username());
        }

        /** Keycloak disables the account itself then. */
        @Test
        @Tag("S14")
        void one_that_was_locked_for_good_after_guesses_is_no_such_account(Person guessed) throws Exception {
            try (AutoCloseable forGood = admin.changedRealm(realm -> {
                realm.setPermanentLockout(true);
                realm.setFailureFactor(3);
                realm.setQuickLoginCheckMilliSeconds(0L);
            })) {
                for (int i = 0; i < 10 && isEnabled(guessed); i++) {
                    new Visitor().signIn(platform, guessed.username(), "guess");
                }
                assertThat(isEnabled(guessed)).isFalse();

                assertThat(new Visitor().signIn(platform, guessed).body())
                        .contains(WRONG)
                        .doesNotContain(DISABLED);
            }
        }

        private boolean isEnabled(Person guessed) {
            return admin.user(guessed.username()).orElseThrow().isEnabled();
        }
    }

    @Nested
    class given_a_network_with_five_failures {

        /** Each test has a network of its own, which no visitor has. */
        private static final AtomicInteger NETWORKS = new AtomicInteger();

        private final String network = "192.168.16." + NETWORKS.incrementAndGet();

        private Visitor here() {
            return new Visitor().from(network);
        }

        private void fail(int times, Supplier<Visitor> visitors) {
            for (int i = 0; i < times; i++) {
                assertThat(visitors.get()
                                .signIn(platform, "m" + UUID.randomUUID(), "Estate2026!")
                                .body())
                        .contains(WRONG);
            }
        }

        @Test
        @Tag("S16")
        void over_all_accounts_nothing_more_is_compared_until_the_pause_is_over(Person person) throws Exception {
            double before = server.metric("mailup_login_total", "outcome=\"blocked\"");
            try (AutoCloseable few = with("networkFailures", "5")) {
                fail(5, this::here);

                Reply answer = here().signIn(platform, person);
                assertThat(answer.message()).startsWith(PAUSED + "10 minuti");
                assertThat(answer.body()).contains("value=\"" + person.username() + "\"");
                assertThat(errors()).contains("too_many_failures");
                assertThat(server.metric("mailup_login_total", "outcome=\"blocked\""))
                        .isEqualTo(before + 1);
                assertThat(new Visitor().signIn(platform, person).pageId()).isEqualTo("platform");

                server.travel(Duration.ofMinutes(8));
                assertThat(here().signIn(platform, person).message()).startsWith(PAUSED + "2 minuti");
                server.travel(Duration.ofMinutes(10).plusSeconds(5));
                assertThat(here().signIn(platform, person).pageId()).isEqualTo("platform");
            }
        }

        @Test
        @Tag("S16")
        void an_ipv6_network_is_one() throws Exception {
            try (AutoCloseable few = with("networkFailures", "5")) {
                int[] host = {0};
                Supplier<Visitor> neighbours =
                        () -> new Visitor().from("fec0::5:6:7:" + Integer.toHexString(++host[0]));
                fail(5, neighbours);

                assertThat(neighbours
                                .get()
                                .signIn(platform, "m" + UUID.randomUUID(), "guess")
                                .message())
                        .startsWith(PAUSED);
            }
        }

        @Test
        @Tag("S16")
        void what_succeeds_or_is_no_guess_does_not_count(Person person) throws Exception {
            Person disabled = admin.create(Person.any().disabled());
            try (AutoCloseable few = with("networkFailures", "5")) {
                fail(4, this::here);
                for (int i = 0; i < 6; i++) {
                    assertThat(here().signIn(platform, person).pageId()).isEqualTo("platform");
                    here().signIn(platform, person.email(), "an address is no user name");
                    here().signIn(platform, person.username(), "");
                    here().signIn(platform, "", "");
                    assertThat(here().signIn(platform, disabled).message()).startsWith(DISABLED);
                }

                assertThat(here().signIn(platform, person).pageId()).isEqualTo("platform");
            }
        }

        /** A failure is one when it is over: those that are being compared at that moment are more. */
        @Test
        @Tag("S16")
        void many_at_once_get_no_further_than_those_that_are_on_their_way() throws Exception {
            int clients = 8;
            try (AutoCloseable few = with("networkFailures", "5")) {
                AtOnce.of(clients, 60, i -> here().signIn(platform, "m" + UUID.randomUUID(), "guess"));

                assertThat(errors()).contains("too_many_failures");
                assertThat(errors().stream().filter("user_not_found"::equals).count())
                        .isBetween(5L, 5L + clients);
            }
        }

        @Test
        @Tag("S16")
        void while_the_count_cannot_be_kept_everybody_can_try_and_an_alarm_can_ring(Person person) throws Exception {
            double before = server.metric("mailup_login_total", "outcome=\"uncounted\"");
            try (AutoCloseable down = admin.changedRealm(
                    realm -> realm.getAttributes().put(FailingSingleUseObjectProviderFactory.SWITCH, "true"))) {
                fail(1, this::here);

                assertThat(here().signIn(platform, person).pageId()).isEqualTo("platform");
            }
            assertThat(server.metric("mailup_login_total", "outcome=\"uncounted\""))
                    .isEqualTo(before + 1);
        }

        @Test
        void who_is_signed_in_and_has_to_prove_it_again_is_turned_away_on_the_same_page(Browser browser, Person person)
                throws Exception {
            LoginPage.open(browser, platform).signIn(person);
            new PlatformPage(browser.tab());
            try (AutoCloseable few = with("networkFailures", "1")) {
                browser.open(platform.loginUrl() + "?prompt=login");
                for (int i = 0; i < 2; i++) {
                    browser.tab().fill("#password", "guess");
                    browser.tab().press("#password", "Enter");
                    browser.tab().waitForLoadState();
                }

                assertThat(browser.tab().locator(".alert").innerText()).startsWith(PAUSED);
                assertThat(browser.tab().locator("#username").count()).isZero();
            }
        }
    }
}
