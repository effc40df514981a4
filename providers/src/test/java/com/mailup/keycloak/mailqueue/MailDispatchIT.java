package com.mailup.keycloak.mailqueue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.AtOnce;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.FreePort;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.OurRealm;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.QueueAdmin;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** How many mails leave at the same time, in which order, and over which connections. */
@ExtendWith(TestBed.class)
@Tag("release")
record MailDispatchIT(AdminApi admin, RelyingParty platform, Mailbox mailbox, QueueAdmin queue) {

    private static final int WORKERS = 16;
    private static final String GIVEN_UP = "/mailup-mail/given-up";

    private void recover(List<Person> people) {
        AtOnce.of(
                8,
                people.size(),
                i -> new Visitor().recover(platform, people.get(i).email()));
    }

    private JsonNode givenUpListOf(Person person) throws Exception {
        return givenUp(() -> recover(List.of(person)));
    }

    /** The mail that is asked for, refused by the mail server. MariaDB and MySQL do not know which of a second is the latest. */
    private JsonNode givenUp(Runnable ask) throws Exception {
        List<String> before = admin.json().get(GIVEN_UP).findValuesAsText("id");
        try (SmtpSink smtp = new SmtpSink(command -> command.startsWith("RCPT") ? "550 nobody here" : null);
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            ask.run();
            smtp.awaitRefused();
            queue.awaitEmpty();
        }
        List<JsonNode> added = new ArrayList<>();
        admin.json().get(GIVEN_UP).forEach(mail -> {
            if (!before.contains(mail.get("id").asText())) {
                added.add(mail);
            }
        });
        assertThat(added).hasSize(1);
        return added.get(0);
    }

    private static List<String> emails(List<Person> people) {
        return people.stream().map(Person::email).toList();
    }

    private static List<String> taken(SmtpSink smtp, int count) {
        List<String> taken = new ArrayList<>();
        while (taken.size() < count) {
            taken.add(smtp.awaitAccepted());
        }
        return taken;
    }

    /** The usual answer, once it is open or after 10 seconds: sooner than the sender hangs up. */
    private static String await(CountDownLatch open) {
        Await.open(open, Duration.ofSeconds(10));
        return null;
    }

    @Test
    void as_many_leave_at_once_as_there_are_workers() throws Exception {
        List<Person> people = admin.create(Person.many(WORKERS));
        CountDownLatch together = new CountDownLatch(WORKERS);
        try (SmtpSink smtp = new SmtpSink(command -> {
                    if (!command.equals(".")) {
                        return null;
                    }
                    together.countDown();
                    return await(together);
                });
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            recover(people);

            assertThat(together.await(15, TimeUnit.SECONDS)).isTrue();
            assertThat(taken(smtp, WORKERS)).containsExactlyInAnyOrderElementsOf(emails(people));
        }
    }

    @Test
    void a_connection_is_kept_for_the_next_mail_and_given_up_when_the_settings_change() throws Exception {
        List<Person> people = admin.create(Person.many(6));
        AtomicInteger connections = new AtomicInteger();
        try (SmtpSink smtp = new SmtpSink(command -> {
            if (command.equals("CONNECT")) {
                connections.incrementAndGet();
            }
            return null;
        })) {
            try (AutoCloseable changed = admin.changedMailServer(smtp.port())) {
                for (Person person : people.subList(0, 5)) {
                    recover(List.of(person));
                    assertThat(smtp.awaitAccepted()).isEqualTo(person.email());
                    queue.awaitEmpty();
                }
                assertThat(connections).hasValue(1);
            }
            try (AutoCloseable changed = admin.changedRealm(realm -> {
                realm.getSmtpServer().put("port", String.valueOf(smtp.port()));
                realm.getSmtpServer().put("fromDisplayName", "Somebody else");
            })) {
                recover(people.subList(5, 6));
                smtp.awaitAccepted();
                assertThat(connections).hasValue(2);
            }
        }
    }

    /**
     * The server accepts a second connection only after a hundred mails. Each mail that has left calls for the next: by the
     * dispatcher's look once a second it would take two minutes.
     */
    @Test
    @Timeout(90)
    void a_connection_is_left_after_a_hundred_mails() throws Exception {
        List<Person> people = admin.create(Person.many(110));
        AtomicInteger mails = new AtomicInteger();
        AtomicInteger connections = new AtomicInteger();
        try (SmtpSink smtp = new SmtpSink(command -> {
                    if (command.equals("CONNECT")) {
                        int most = 1 + mails.get() / 100;
                        return connections.getAndUpdate(count -> Math.min(count + 1, most)) < most
                                ? null
                                : "421 too many";
                    }
                    if (command.equals(".")) {
                        mails.incrementAndGet();
                    }
                    return null;
                });
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            recover(people);

            assertThat(taken(smtp, people.size())).containsExactlyInAnyOrderElementsOf(emails(people));
            assertThat(connections).hasValue(2);
        }
    }

    @Test
    void a_connection_is_left_when_it_was_idle_for_30_seconds() throws Exception {
        Person person = admin.create(Person.any());
        CountDownLatch left = new CountDownLatch(1);
        try (SmtpSink smtp = new SmtpSink(command -> {
                    if (command.equals("QUIT")) {
                        left.countDown();
                    }
                    return null;
                });
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            recover(List.of(person));
            smtp.awaitAccepted();

            assertThat(Await.open(left, Duration.ofSeconds(25))).isFalse();
            assertThat(Await.open(left, Duration.ofSeconds(30))).isTrue();
        }
    }

    @Test
    void a_refused_mail_costs_no_connection() throws Exception {
        List<Person> people = admin.create(Person.many(3));
        AtomicInteger connections = new AtomicInteger();
        try (SmtpSink smtp = new SmtpSink(command -> {
                    if (command.equals("CONNECT")) {
                        connections.incrementAndGet();
                    }
                    return command.contains(people.get(1).email()) ? "550 nobody here" : null;
                });
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            for (Person person : people) {
                recover(List.of(person));
                queue.awaitEmpty();
            }

            assertThat(smtp.refusals()).isEqualTo(1);
            assertThat(smtp.total()).isEqualTo(2);
            assertThat(connections).hasValue(1);
        }
    }

    @Test
    void mails_that_nobody_waits_for_leave_room_for_those_of_people() throws Exception {
        List<Person> written = admin.create(Person.many(2 * WORKERS));
        List<Person> asking = admin.create(Person.many(3));
        CountDownLatch open = new CountDownLatch(1);
        try (SmtpSink smtp = new SmtpSink(command ->
                        written.stream().anyMatch(person -> command.equals("RCPT TO:<" + person.email() + ">"))
                                ? await(open)
                                : null);
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            for (Person person : written) {
                admin.account(person.username()).executeActionsEmail(List.of("UPDATE_PASSWORD"));
            }
            recover(asking);
            // While all that nobody waits for hang.
            List<String> taken = IntStream.range(0, asking.size())
                    .mapToObj(i -> smtp.nextAccepted(Duration.ofSeconds(5)).orElse("none"))
                    .toList();
            assertThat(taken).containsExactlyInAnyOrderElementsOf(emails(asking));

            open.countDown();
            assertThat(taken(smtp, written.size())).containsExactlyInAnyOrderElementsOf(emails(written));
        }
    }

    @Test
    void a_server_that_answers_421_to_more_gets_as_many_connections_as_it_takes() throws Exception {
        List<Person> people = admin.create(Person.many(20));
        AtomicInteger connections = new AtomicInteger();
        try (SmtpSink smtp = new SmtpSink(command ->
                        command.equals("CONNECT") && connections.incrementAndGet() > 2 ? "421 too many" : null);
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            recover(people);

            assertThat(taken(smtp, people.size())).containsExactlyInAnyOrderElementsOf(emails(people));
            // Each worker was refused once, and then left it to the two connections that there are.
            assertThat(connections).hasValueLessThanOrEqualTo(2 + WORKERS);
        }
    }

    @Test
    void a_server_that_has_hung_up_meanwhile_costs_no_attempt(KeycloakServer server) throws Exception {
        List<Person> people = admin.create(Person.many(2));
        AtomicBoolean hangsUp = new AtomicBoolean();
        double deferred = server.metric("mailup_mail_total", "outcome=\"deferred\"");
        try (SmtpSink smtp = new SmtpSink(command -> {
                    if (command.equals(".")) {
                        hangsUp.set(true);
                        return null;
                    }
                    return hangsUp.getAndSet(false) ? SmtpSink.HANG_UP : null;
                });
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            for (Person person : people) {
                recover(List.of(person));
                assertThat(smtp.awaitAccepted()).isEqualTo(person.email());
            }
        }
        assertThat(server.metric("mailup_mail_total", "outcome=\"deferred\"")).isEqualTo(deferred);
    }

    @Test
    void a_server_that_does_not_answer_is_asked_by_one_worker_until_it_does() throws Exception {
        List<Person> people = admin.create(Person.many(20));
        Duration outage = Duration.ofSeconds(5);
        AtomicLong began = new AtomicLong();
        AtomicInteger inVain = new AtomicInteger();
        try (SmtpSink smtp = new SmtpSink(command -> {
                    began.compareAndSet(0, System.nanoTime());
                    boolean down = System.nanoTime() - began.get() < outage.toNanos();
                    if (down) {
                        inVain.incrementAndGet();
                    }
                    return down ? SmtpSink.HANG_UP : null;
                });
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            recover(people);

            assertThat(taken(smtp, people.size())).containsExactlyInAnyOrderElementsOf(emails(people));
            // Those that had begun when the first one failed, and one more after a second, and after three.
            assertThat(inVain).hasValueLessThanOrEqualTo(WORKERS + 3);
        }
    }

    @Test
    void a_realm_whose_server_is_down_delays_no_mail_of_another_realm(KeycloakServer server) throws Exception {
        Person theirs = Person.any();
        Person ours = admin.create(Person.any());
        try (OurRealm another = new OurRealm(server, admin, mailbox, "mail-server-down")) {
            another.admin().changedMailServer(FreePort.find());
            another.admin().create(theirs);
            AtOnce.of(8, 200, i -> {
                another.admin().account(theirs.username()).executeActionsEmail(List.of("UPDATE_PASSWORD"));
                return null;
            });

            admin.account(ours.username()).executeActionsEmail(List.of("UPDATE_PASSWORD"));

            Await.until(
                    "the mail of this realm",
                    Duration.ofSeconds(5),
                    () -> !mailbox.of(ours.email()).isEmpty());
        }
    }

    @Test
    void one_with_a_link_that_was_given_up_cannot_be_sent_again() throws Exception {
        Person person = admin.create(Person.any());

        JsonNode mail = givenUp(() -> admin.account(person.username()).executeActionsEmail(List.of("UPDATE_PASSWORD")));

        assertThat(mail.get("kind").asText()).isEqualTo("mailup-letter");
        assertThat(mail.get("sendable").asBoolean()).isFalse();
        assertThat(admin.json().status("POST", GIVEN_UP + "/" + mail.get("id").asText() + "/send", null))
                .isEqualTo(404);
    }

    @Test
    void one_that_was_given_up_is_listed_and_sent_again_when_an_administrator_says_so() throws Exception {
        Person person = admin.create(Person.any());

        JsonNode mail = givenUpListOf(person);

        assertThat(mail.get("kind").asText()).isEqualTo("mailup-username-recovery");
        assertThat(mail.get("reason").asText()).contains("550");
        assertThat(mail.toString()).doesNotContain(person.email());
        String path = GIVEN_UP + "/" + mail.get("id").asText() + "/send";
        assertThat(admin.inRealm("master").json().status("POST", path, null)).isEqualTo(404);

        assertThat(admin.json().status("POST", path, null)).isEqualTo(204);

        assertThat(mailbox.await(person.email()).text()).contains(person.username());
        assertThat(admin.json().status("POST", path, null)).isEqualTo(404);
    }

    @Test
    void all_of_a_kind_are_sent_again_and_those_of_another_stay() throws Exception {
        Person person = admin.create(Person.any());
        givenUpListOf(person);
        int before = admin.json().get(GIVEN_UP).size();

        admin.json().status("POST", GIVEN_UP + "/send?kind=mailup-trial-reminder", null);
        assertThat(admin.json().get(GIVEN_UP)).hasSize(before);

        assertThat(admin.json().status("POST", GIVEN_UP + "/send?kind=mailup-username-recovery", null))
                .isEqualTo(200);
        assertThat(mailbox.await(person.email()).text()).contains(person.username());
    }

    @Test
    void of_several_who_send_it_again_at_the_same_moment_one_does() throws Exception {
        Person person = admin.create(Person.any());
        String path = GIVEN_UP + "/" + givenUpListOf(person).get("id").asText() + "/send";

        assertThat(AtOnce.of(8, i -> admin.json().status("POST", path, null)))
                .containsOnlyOnce(204)
                .containsOnly(204, 404);

        assertThat(mailbox.await(person.email()).text()).contains(person.username());
        queue.awaitEmpty();
        assertThat(mailbox.of(person.email())).hasSize(1);
    }
}
