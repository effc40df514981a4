package com.mailup.keycloak.mailqueue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.screens.LoginVerifyEmailPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.AtOnce;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Change;
import com.mailup.keycloak.testbed.FreePort;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.QueueAdmin;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.usernamerecovery.UsernameRecoveryPage;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.admin.client.resource.ClientResource;

/** What becomes of a mail, whatever the mail server does. */
@ExtendWith(TestBed.class)
@Tag("release")
record MailQueueIT(
        AdminApi admin,
        RelyingParty platform,
        Mailbox mailbox,
        QueueAdmin queue,
        KeycloakServer server,
        Person person,
        Person other) {

    /** Asks for the user names of an address; the answer is the same page whatever the mail server does. */
    private void recover(Browser browser, String email) {
        UsernameRecoveryPage.open(browser.another(), platform).recover(email);
    }

    @Test
    void one_that_a_dead_server_did_not_take_comes_once_the_settings_are_mended(Browser browser) throws Exception {
        try (AutoCloseable broken = admin.changedMailServer(FreePort.find())) {
            recover(browser, person.email());
        }

        assertThat(mailbox.await(person.email()).text()).contains(person.username());
    }

    @Test
    void one_put_off_with_451_three_times_is_taken_at_the_fourth(Browser browser) throws Exception {
        AtomicInteger recipients = new AtomicInteger();
        try (SmtpSink smtp = new SmtpSink(command ->
                        command.startsWith("RCPT") && recipients.incrementAndGet() <= 3 ? "451 later" : null);
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            recover(browser, person.email());

            assertThat(smtp.awaitAccepted()).isEqualTo(person.email());
            assertThat(smtp.refusals()).isEqualTo(3);
        }
    }

    @Test
    void one_refused_with_550_is_not_tried_again(Browser browser) throws Exception {
        try (SmtpSink smtp = new SmtpSink(command -> command.contains(person.email()) ? "550 nobody here" : null);
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            recover(browser, person.email());
            assertThat(smtp.awaitRefused()).isEqualTo(person.email());

            // Longer than the first back-off: a worker that tried again would have done so before the second of these.
            for (int i = 0; i < 2; i++) {
                recover(browser, other.email());
                assertThat(smtp.awaitAccepted()).isEqualTo(other.email());
            }
            assertThat(smtp.refusals()).isZero();
        }
    }

    /** The sender is the realm's: an administrator mends it, and what waited leaves. */
    @Test
    void one_whose_sender_is_refused_waits(Browser browser) throws Exception {
        admin.forgetEvents();
        AtomicInteger senders = new AtomicInteger();
        try (SmtpSink smtp = new SmtpSink(command ->
                        command.startsWith("MAIL") && senders.incrementAndGet() <= 2 ? "530 STARTTLS first" : null);
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            recover(browser, person.email());

            assertThat(smtp.awaitAccepted()).isEqualTo(person.email());
        }
        assertThat(senders).hasValue(3);
        assertThat(givenUp()).isEmpty();
    }

    /** Keycloak takes such a domain. */
    @Test
    void one_to_an_address_that_cannot_be_written_is_refused_where_an_administrator_asks_for_it() {
        Person odd = admin.create(Person.any().withEmail("anna@exa!mple.com"));

        assertThatThrownBy(() -> admin.account(odd.username()).executeActionsEmail(List.of("UPDATE_PASSWORD")))
                .hasMessageContaining("500");
    }

    @Test
    void a_server_that_drips_is_hung_up_on_after_15_seconds(Browser browser) throws Exception {
        AtomicInteger conversations = new AtomicInteger();
        try (SmtpSink smtp = new SmtpSink(command ->
                        command.equals("CONNECT") && conversations.incrementAndGet() == 1 ? SmtpSink.DRIP : null);
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            recover(browser, person.email());

            // Within the 20 seconds of this wait: 15 until the first conversation is ended, one until the second
            // begins.
            assertThat(smtp.awaitAccepted()).isEqualTo(person.email());
        }
    }

    @Test
    void mails_that_keycloak_writes_go_the_same_way_and_say_that_a_machine_sent_them(Browser browser) throws Exception {
        Person unverified = admin.create(Person.any().withUnverifiedEmail());
        try (AutoCloseable broken = admin.changedMailServer(FreePort.find())) {
            LoginPage.open(browser, platform).signIn(unverified);
            new LoginVerifyEmailPage(browser.tab());
            admin.account(person.username()).executeActionsEmail(List.of("UPDATE_PASSWORD"));
        }

        assertThat(mailbox.await(unverified.email()).headers()).containsEntry("Auto-Submitted", "auto-generated");
        assertThat(mailbox.await(person.email()).headers()).containsEntry("Auto-Submitted", "auto-generated");
    }

    @Test
    void the_test_of_the_connection_in_the_console_answers_at_once() {
        Map<String, String> settings =
                Map.of("host", "localhost", "port", String.valueOf(mailbox.port()), "from", "noreply@example.com");
        AdminApi master = admin.inRealm("master");
        master.change(KeycloakServer.ADMIN, self -> self.setEmail("admin@example.com"));

        AdminApi.created(master.realm().testSMTPConnection(settings));
        assertThat(mailbox.all()).hasSize(1);

        Map<String, String> wrong =
                Map.of("host", "localhost", "port", String.valueOf(FreePort.find()), "from", "noreply@example.com");
        assertThatThrownBy(() -> AdminApi.created(master.realm().testSMTPConnection(wrong)))
                .hasMessageContaining("500");
    }

    /** Where a mail server can hang, and the service that gives tokens for it: accepts connections and says nothing. */
    private static Stream<Map<String, String>> hanging(int silent, int dripping, int full, int ready) {
        Map<String, String> token = Map.of(
                "port", String.valueOf(ready),
                "auth", "true",
                "authType", "token",
                "user", "mailer",
                "authTokenUrl", "http://localhost:" + silent + "/token",
                "authTokenClientId", "mailer",
                "authTokenClientSecret", "secret",
                "authTokenScope", "mail");
        return Stream.of(
                Map.of("port", String.valueOf(full)),
                Map.of("port", String.valueOf(silent)),
                Map.of("port", String.valueOf(silent), "ssl", "true"),
                Map.of("port", String.valueOf(dripping)),
                token);
    }

    @Test
    void a_server_that_hangs_is_hung_up_on_wherever_it_does() throws Exception {
        AdminApi master = admin.inRealm("master");
        master.change(KeycloakServer.ADMIN, self -> self.setEmail("admin@example.com"));
        try (ServerSocket silent = new ServerSocket(0);
                ServerSocket full = new ServerSocket(0, 1);
                Socket first = new Socket("localhost", full.getLocalPort());
                Socket second = new Socket("localhost", full.getLocalPort());
                SmtpSink ready = new SmtpSink(command -> null);
                SmtpSink dripping = new SmtpSink(command -> SmtpSink.DRIP)) {
            List<Map<String, String>> servers = hanging(
                            silent.getLocalPort(), dripping.port(), full.getLocalPort(), ready.port())
                    .toList();

            List<String> answers = AtOnce.of(servers.size(), i -> {
                Map<String, String> settings = new HashMap<>(servers.get(i));
                settings.put("host", "localhost");
                settings.put("from", "noreply@example.com");
                Instant began = Instant.now();
                int status = master.json().status("POST", "/testSMTPConnection", settings);
                // 15 seconds, and time to answer.
                return status + " " + (Duration.between(began, Instant.now()).toSeconds() < 25);
            });

            assertThat(answers).hasSize(5).containsOnly("500 true");
        }
    }

    @Test
    void no_address_reaches_the_log_when_a_server_refuses_it(Browser browser) throws Exception {
        try (SmtpSink smtp = new SmtpSink(command ->
                        command.contains(person.email()) ? "550 <" + person.email() + "> is not known" : null);
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            recover(browser, person.email());
            smtp.awaitRefused();
            recover(browser, other.email());
            smtp.awaitAccepted();
        }

        assertThat(server.log()).contains("550").doesNotContain(person.email());
    }

    /** Mails given up in this realm, as its administrators read it. */
    private List<String> givenUp() {
        return admin.events("CUSTOM_REQUIRED_ACTION_ERROR").stream()
                .filter(event -> event.getError().equals("mail_given_up"))
                .map(event -> AdminApi.detail(event, "reason"))
                .toList();
    }

    @Test
    void one_that_was_given_up_is_counted_where_administrators_look(Browser browser) throws Exception {
        admin.forgetEvents();
        double before = server.metric("mailup_mail_total");
        try (SmtpSink smtp = new SmtpSink(command -> command.startsWith("RCPT") ? "550 nobody here" : null);
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            recover(browser, person.email());
            smtp.awaitRefused();
        }

        Await.until("an event", () -> !givenUp().isEmpty());
        assertThat(givenUp()).singleElement().asString().contains("550");
        assertThat(server.log()).contains("A mail of kind mailup-username-recovery was given up");
        assertThat(server.metric("mailup_mail_total")).isEqualTo(before + 1);
        Await.until("a dead row", () -> server.metric("mailup_mail_dead") >= 1);
        assertThat(queue.count("dead")).isPositive();
    }

    @Test
    void one_for_nobody_counts_as_no_mail(Browser browser) {
        double delivered = server.metric("mailup_mail_total", "outcome=\"delivered\"");
        double without = server.metric("mailup_mail_total", "outcome=\"without_mail\"");

        recover(browser, Person.any().email());
        queue.awaitEmpty();

        assertThat(server.metric("mailup_mail_total", "outcome=\"delivered\"")).isEqualTo(delivered);
        assertThat(server.metric("mailup_mail_total", "outcome=\"without_mail\""))
                .isEqualTo(without + 1);
    }

    @Test
    void one_that_could_not_leave_within_30_minutes_never_leaves(Browser browser) throws Exception {
        admin.forgetEvents();
        try (AutoCloseable broken = admin.changedMailServer(FreePort.find())) {
            recover(browser, person.email());
            server.travel(Duration.ofMinutes(31));
            Await.until(
                    "an event with what went wrong",
                    Duration.ofSeconds(40),
                    () -> givenUp().stream().anyMatch(reason -> reason.startsWith("too old: ")));
        }

        recover(browser, other.email());
        mailbox.await(other.email());
        assertThat(mailbox.of(person.email())).isEmpty();
    }

    /** A client with another client ID is as good as deleted: a mail knows it by that. */
    @Test
    void one_whose_client_is_gone_is_given_up_at_once_unless_it_was_written_before(Browser browser) throws Exception {
        Person unverified = admin.create(Person.any().withUnverifiedEmail());
        ClientResource client = admin.client(RelyingParty.CLIENT);
        admin.forgetEvents();
        AtomicBoolean open = new AtomicBoolean();
        try (SmtpSink smtp = new SmtpSink(command -> command.startsWith("RCPT") && !open.get() ? "451 later" : null);
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            LoginPage.open(browser, platform).signIn(unverified);
            new LoginVerifyEmailPage(browser.tab());
            recover(browser, person.email());
            try (AutoCloseable renamed = Change.of(
                    client::toRepresentation, client::update, after -> after.setClientId("platform-of-another-id"))) {
                open.set(true);

                assertThat(smtp.awaitAccepted()).isEqualTo(unverified.email());
                Await.until("one is given up", () -> !givenUp().isEmpty());
                assertThat(givenUp()).containsExactly("the client is gone");
            }
        }
    }

    /** Ids of the mails of this realm that were given up and are still there. */
    private List<String> kept() {
        return admin.json().get("/mailup-mail/given-up?max=1000").findValuesAsText("id");
    }

    private List<String> keptBeside(List<String> others) {
        return kept().stream().filter(id -> !others.contains(id)).toList();
    }

    @Test
    void one_that_was_given_up_long_after_its_request_is_kept_for_a_week_from_then(Browser browser) throws Exception {
        List<String> before = kept();
        refuse(browser);
        List<String> givenUpAtOnce = keptBeside(before);
        before = kept();
        try (AutoCloseable broken = admin.changedMailServer(FreePort.find())) {
            recover(browser, person.email());
            server.travel(Duration.ofMinutes(31));
            List<String> known = before;
            Await.until(
                    "it is given up",
                    Duration.ofSeconds(40),
                    () -> !keptBeside(known).isEmpty());
        }
        List<String> givenUp = keptBeside(before);

        server.travel(Duration.ofDays(7).plusMinutes(15));
        // One look deletes all that has been kept long enough.
        Await.until("the other one is gone", () -> Collections.disjoint(kept(), givenUpAtOnce));
        assertThat(kept()).containsAll(givenUp);

        server.travel(Duration.ofDays(7).plusMinutes(33));
        Await.until("dead row gone", () -> Collections.disjoint(kept(), givenUp));
    }

    private void refuse(Browser browser) throws Exception {
        try (SmtpSink smtp = new SmtpSink(command -> command.startsWith("RCPT") ? "550 nobody here" : null);
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            recover(browser, person.email());
            smtp.awaitRefused();
            queue.awaitEmpty();
        }
    }

    @Test
    void what_is_done_is_forgotten_after_an_hour_and_what_was_given_up_after_a_week(Browser browser) throws Exception {
        List<String> before = kept();
        refuse(browser);
        int delivered = queue.count("delivered");
        recover(browser, other.email());
        queue.awaitEmpty();
        assertThat(queue.count("delivered")).isGreaterThan(delivered);
        List<String> givenUp = keptBeside(before);
        assertThat(givenUp).hasSize(1);

        server.travel(Duration.ofMinutes(61));
        // Those of tests that travelled further may stay.
        Await.until("the delivered row is gone", () -> queue.count("delivered") <= delivered);
        assertThat(kept()).containsAll(givenUp);

        server.travel(Duration.ofDays(7).plusMinutes(1));
        Await.until("dead row gone", () -> Collections.disjoint(kept(), givenUp));
    }
}
