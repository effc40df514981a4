package com.mailup.keycloak.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.Change;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mail;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.QueueAdmin;
import com.mailup.keycloak.testbed.Relay;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import com.mailup.keycloak.testbed.fault.FailingSingleUseObjectProviderFactory;
import com.mailup.keycloak.trialregistration.Applicant;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.ConfigPropertyRepresentation;

/** The limits of the realm file: 3 mails in 15 minutes and 10 a day for an address, 20 requests a minute for a client. */
@ExtendWith(TestBed.class)
record ThrottleIT(
        AdminApi admin,
        RelyingParty platform,
        QueueAdmin mails,
        Mailbox mailbox,
        KeycloakServer server,
        Person victim) {

    private static final String SENT = "Se l'indirizzo è associato a uno o più account";
    private static final String PAUSED = "Troppe richieste dalla tua rete. Riprova tra un minuto.";

    @BeforeEach
    void nothing_told_yet() {
        admin.forgetEvents();
    }

    /** What waits for its turn would come into the mailbox of a later test. */
    @AfterEach
    void nothing_waits_for_its_turn() {
        server.travel(Duration.ofHours(13));
        Await.until("nothing waits for its turn", () -> mails.count("limited") == 0);
    }

    /** What the answers to so many requests say; each by a visitor of the supplier's. */
    private Set<String> callers(int size, Supplier<Visitor> visitors) {
        return IntStream.range(0, size)
                .parallel()
                .mapToObj(i -> visitors.get().recover(platform, victim.email()))
                .map(reply -> reply.status() + " " + reply.message())
                .collect(Collectors.toSet());
    }

    private Set<String> reasons() {
        return admin.events("CUSTOM_REQUIRED_ACTION_ERROR").stream()
                .filter(event -> event.getError().equals("throttled"))
                .map(event -> AdminApi.detail(event, "reason"))
                .collect(Collectors.toSet());
    }

    @Nested
    class given_a_victim {

        @Test
        @Tag("A31")
        void gets_three_mails_when_a_thousand_computers_ask() {
            Set<String> answers = callers(1_000, Visitor::new);

            assertThat(answers).singleElement().asString().startsWith("200 " + SENT);
            assertThat(mails.sentTo(victim.email())).hasSize(3);
            assertThat(mails.count("limited")).isGreaterThanOrEqualTo(997);

            server.travel(Duration.ofMinutes(31));
            Await.until("nothing waits for its turn", () -> mails.count("limited") == 0);
            assertThat(mails.sentTo(victim.email())).hasSize(3);
            assertThat(reasons()).containsExactly("address-15-minutes");
        }

        @Test
        @Tag("A30")
        void gets_three_mails_when_one_computer_asks_a_thousand_times() {
            Set<String> answers = callers(1_000, () -> new Visitor().from("192.168.30.30"));

            assertThat(answers)
                    .hasSize(2)
                    .anySatisfy(answer -> assertThat(answer).startsWith("200 " + SENT))
                    .contains("200 " + PAUSED);
            assertThat(mails.sentTo(victim.email())).hasSize(3);
            assertThat(reasons()).contains("client");
        }

        @Test
        @Tag("A34")
        void gets_three_mails_of_each_recovery() {
            for (int i = 0; i < 4; i++) {
                new Visitor().recover(platform, victim.email());
                new Visitor().reset(platform, victim);
            }

            assertThat(mails.sentTo(victim.email())).hasSize(6);
        }

        /** A request counts for its client address, a mail for the address that it goes to. */
        @Test
        @Tag("S3")
        void is_not_silenced_by_a_thousand_who_know_the_address() {
            IntStream.range(0, 1_000)
                    .parallel()
                    .forEach(i -> new Visitor().reset(platform, Person.any().withEmail(victim.email())));

            new Visitor().reset(platform, victim);
            new Visitor().recover(platform, victim.email());

            assertThat(mails.sentTo(victim.email())).hasSize(2);
        }

        @Test
        void gets_the_fourth_mail_when_its_turn_has_come() {
            for (int i = 0; i < 4; i++) {
                new Visitor().recover(platform, victim.email());
            }
            assertThat(mails.sentTo(victim.email())).hasSize(3);

            // At some time in the next window.
            server.travel(Duration.ofMinutes(29));

            mailbox.await(victim.email(), 4);
        }

        @Test
        void gets_three_more_after_15_minutes_and_ten_a_day() {
            for (int quarter = 0; quarter < 5; quarter++) {
                server.travel(Duration.ofMinutes(1 + 16L * quarter));
                for (int i = 0; i < 4; i++) {
                    new Visitor().recover(platform, victim.email());
                }
                // Before the clock is set ahead again: a mail of more than 30 minutes is not sent.
                mails.awaitEmpty();
            }
            assertThat(mails.sentTo(victim.email())).hasSize(10);

            server.travel(Duration.ofHours(25));
            new Visitor().recover(platform, victim.email());
            assertThat(mails.sentTo(victim.email())).hasSize(11);
        }

        @Test
        @Tag("A40")
        void can_still_use_the_last_link() {
            for (int i = 0; i < 4; i++) {
                new Visitor().reset(platform, victim);
            }

            Mail last = mails.sentTo(victim.email()).get(0);
            assertThat(new Visitor().open(last.link()).pageId()).isEqualTo("login-login-update-password");
        }
    }

    @Nested
    class given_one_address_written_in_several_ways {

        @Test
        @Tag("A35")
        @Tag("A95")
        void it_is_one_address() {
            String local = "m" + UUID.randomUUID();
            String ascii = local + "@xn--mller-kva.example.com";
            admin.create(Person.named(local).withEmail(local + "@müller.example.com"));

            for (String form : List.of(
                    ascii,
                    local + "@müller.example.com",
                    "  " + local.toUpperCase(Locale.ROOT) + "@MÜLLER.Example.COM ",
                    local + "@XN--MLLER-KVA.example.com",
                    local + "@mu\u0308ller.example.com")) {
                assertThat(new Visitor().recover(platform, form).message()).startsWith(SENT);
            }

            assertThat(mails.sentTo(ascii)).hasSize(3);
        }

        /** For counting only: each has its own accounts. */
        @Test
        @Tag("S3")
        void its_tags_are_one_mailbox() {
            Person plain = admin.create(Person.any());
            Person tagged = admin.create(Person.any().withEmail(plain.email().replace("@", "+shop@")));

            for (int i = 0; i < 2; i++) {
                new Visitor().recover(platform, plain.email());
                new Visitor().recover(platform, tagged.email());
            }

            assertThat(mails.sentTo(plain.email()).size()
                            + mails.sentTo(tagged.email()).size())
                    .isEqualTo(3);
        }
    }

    @Nested
    class given_an_address_without_a_public_domain {

        private static final String FLOW = "mailup reset credentials";

        @Test
        @Tag("S11")
        void it_is_refused_in_words_unless_the_realm_says_otherwise() {
            Person person = admin.create(Person.any().withEmail("m" + UUID.randomUUID() + "@intranet.local"));

            assertThat(new Visitor().recover(platform, person.email()).body()).contains("class=\"err\"");
            assertThat(mails.sentTo(person.email())).isEmpty();

            try (Change allowed = admin.changedStep(FLOW, "mailup-throttle", "privateDomains", "true")) {
                assertThat(new Visitor().recover(platform, person.email()).message())
                        .startsWith(SENT);
                mailbox.await(person.email());
            }
        }
    }

    @Nested
    class given_one_computer {

        private void askOftenerThanAllowed(Supplier<Visitor> visitors) {
            for (int i = 0; i < 21; i++) {
                visitors.get().recover(platform, UUID.randomUUID() + "@example.com");
            }
        }

        @Test
        @Tag("A38")
        void a_new_ipv6_address_of_the_same_network_does_not_help() {
            askOftenerThanAllowed(() ->
                    new Visitor().from("fec0::7:8:9:" + Integer.toHexString(1 + (int) (Math.random() * 65_000))));

            assertThat(reasons()).containsExactly("client");
        }

        @Test
        @Tag("A37")
        void a_header_about_the_client_from_a_peer_that_is_no_proxy_of_ours_does_not_help() {
            try (Relay relay = new Relay(server, "127.0.0.2")) {
                askOftenerThanAllowed(() -> new Visitor().through(relay.url()));
            }

            assertThat(reasons()).containsExactly("client");
        }

        /** It is the same for everybody there, whatever they type. */
        @Test
        void over_its_limit_every_form_says_so_and_keeps_what_was_typed() {
            String office = "192.168.31.31";
            askOftenerThanAllowed(() -> new Visitor().from(office));

            Reply recovery = new Visitor().from(office).recover(platform, victim.email());
            assertThat(recovery.message()).isEqualTo(PAUSED);
            assertThat(recovery.body()).contains("value=\"" + victim.email() + "\"");
            Reply reset = new Visitor().from(office).reset(platform, victim);
            assertThat(reset.message()).isEqualTo(PAUSED);
            assertThat(reset.body())
                    .contains("value=\"" + victim.username() + "\"", "value=\"" + victim.email() + "\"");
            Visitor applicant = new Visitor().from(office);
            applicant.openRegistration(platform);
            Reply trial = applicant.submit(new Applicant(victim.email()).fields());
            assertThat(trial.message()).isEqualTo(PAUSED);
            assertThat(trial.body()).doesNotContain("Abbiamo inviato");
            assertThat(applicant.submit(Map.of("again", "")).message()).isEqualTo(PAUSED);
        }

        @Test
        void every_computer_has_a_limit_of_its_own() {
            askOftenerThanAllowed(Visitor::new);

            assertThat(reasons()).isEmpty();
        }
    }

    @Nested
    class given_a_store_that_is_down {

        @Test
        @Tag("A43")
        void the_page_is_the_same_and_no_mail_is_sent() throws Exception {
            try (AutoCloseable down = admin.changedRealm(
                    realm -> realm.getAttributes().put(FailingSingleUseObjectProviderFactory.SWITCH, "true"))) {
                Reply answer = new Visitor().recover(platform, victim.email());
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.message()).startsWith(SENT);
                assertThat(new Visitor().reset(platform, victim).status()).isEqualTo(200);
            }

            assertThat(mails.sentTo(victim.email())).isEmpty();
            assertThat(reasons()).containsExactly("unavailable");
            assertThat(server.log()).contains("Recovery requests cannot be counted");
        }
    }

    @Nested
    class given_an_administrator {

        private static final String FLOW = "mailup reset credentials";

        @ParameterizedTest
        @ValueSource(strings = {"0", "-1", "many", "3.5", "10000"})
        @Tag("A41")
        void a_limit_that_is_none_is_refused_with_the_reason(String value) {
            assertThatThrownBy(() -> admin.changedStep(FLOW, "mailup-throttle", "manyMails", value))
                    .hasMessageContaining("400")
                    .hasMessageContaining("Mails to an address in the long run");

            assertThat(admin.settings(FLOW, "mailup-throttle")).containsEntry("manyMails", "10");
        }

        @Test
        void a_limit_takes_effect_at_once() throws Exception {
            try (AutoCloseable one = admin.changedStep(FLOW, "mailup-throttle", "mails", "1")) {
                new Visitor().recover(platform, victim.email());
                new Visitor().recover(platform, victim.email());
                assertThat(mails.sentTo(victim.email())).hasSize(1);
            }
        }

        @Test
        void the_console_knows_label_and_help_of_every_setting_and_the_default_of_every_limit() {
            List<ConfigPropertyRepresentation> settings = admin.realm()
                    .flows()
                    .getAuthenticatorConfigDescription("mailup-throttle")
                    .getProperties();

            assertThat(settings).hasSize(10).allSatisfy(setting -> {
                assertThat(setting.getLabel()).isNotBlank();
                assertThat(setting.getHelpText()).isNotBlank();
            });
            assertThat(settings)
                    .filteredOn(setting -> setting.getType().equals("Integer"))
                    .hasSize(6)
                    .allSatisfy(limit -> {
                        assertThat(limit.getHelpText()).contains("1 to");
                        assertThat(Integer.parseInt(limit.getDefaultValue().toString()))
                                .isPositive();
                    });
        }
    }
}
