package com.mailup.keycloak.mailqueue;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AtOnce;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.Cluster;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a worker holds while it has a mail in hand, and who has the mail if the worker is gone. */
@ExtendWith(TestBed.class)
@Tag("release")
record MailClaimIT(Cluster cluster) {

    private static final int MAILS = 16;

    private void recover(int node, List<Person> people) {
        recover(node, people, 8);
    }

    private void recover(int node, List<Person> people, int atOnce) {
        AtOnce.of(
                atOnce,
                people.size(),
                i -> new Visitor()
                        .through(cluster.node(node))
                        .recover(cluster.platform(), people.get(i).email()));
    }

    /** Holds each mail at the server's word on it, until it is opened or for 12 seconds. */
    private static UnaryOperator<String> held(CountDownLatch inHand, CountDownLatch open) {
        return command -> {
            if (command.equals(".")) {
                inHand.countDown();
                Await.open(open, Duration.ofSeconds(12));
            }
            return null;
        };
    }

    private long number(String query) {
        return cluster.database().number(query);
    }

    @Test
    void nothing_of_the_database_is_held_while_mails_are_handed_over() throws Exception {
        List<Person> people = cluster.admin().create(Person.many(MAILS));
        CountDownLatch inHand = new CountDownLatch(MAILS);
        CountDownLatch open = new CountDownLatch(1);
        try (SmtpSink smtp = new SmtpSink(held(inHand, open));
                AutoCloseable changed = cluster.admin().changedMailServer(smtp.port())) {
            recover(0, people);
            assertThat(Await.open(inHand, Duration.ofSeconds(10))).isTrue();

            Await.until(
                    "no transaction is open",
                    Duration.ofSeconds(5),
                    () -> number("select count(*) from pg_stat_activity where state like 'idle in transaction%'") == 0);
            assertThat(number("select count(*) from pg_locks l join pg_class c on c.oid = l.relation"
                            + " where c.relname = 'outbox_entry' and l.pid <> pg_backend_pid()"))
                    .isZero();
            assertThat(smtp.total()).isEqualTo(MAILS);
            open.countDown();
        }
        cluster.awaitMails();
    }

    /** Waits until a mail that was claimed again while it was in hand has left twice. */
    private void claimedAgain(String change) throws Exception {
        Person person = cluster.admin().create(Person.any());
        CountDownLatch inHand = new CountDownLatch(1);
        CountDownLatch open = new CountDownLatch(1);
        try (SmtpSink smtp = new SmtpSink(held(inHand, open));
                AutoCloseable changed = cluster.admin().changedMailServer(smtp.port())) {
            recover(0, List.of(person));
            assertThat(Await.open(inHand, Duration.ofSeconds(10))).isTrue();

            cluster.database()
                    .execute(
                            "update outbox_entry set attempts = attempts + 1, next_attempt_at = now() at time zone 'utc'"
                                    + change + " where entry_kind = 'mailup-mail' and status = 'PENDING'");
            open.countDown();

            smtp.await(person.email(), 2);
        }
        cluster.awaitMails();
    }

    /** As when its lease has run out: the entity has no version that would tell. */
    @Test
    void a_row_that_was_claimed_again_is_not_settled_by_who_had_it_before() throws Exception {
        claimedAgain("");

        assertThat(number("select count(*) from outbox_entry where status = 'DELIVERED' and attempts > 2"))
                .isPositive();
    }

    /**
     * Each request wakes the workers, who may not begin with the mail of another that is still waiting for its answer. Rows begin
     * with whole seconds, as on MariaDB and MySQL.
     */
    @Test
    void a_mail_is_begun_soon_after_its_request_but_not_before_the_answer() throws Exception {
        List<Person> people = cluster.admin().create(Person.many(4 * MAILS));
        // A server that has only just started takes longer from a request to its row.
        recover(0, cluster.admin().create(Person.many(4 * MAILS)), 2);
        cluster.awaitMails();
        long begin = System.currentTimeMillis();
        cluster.database()
                .execute(
                        "create function whole_seconds() returns trigger language plpgsql as"
                                + " 'begin new.next_attempt_at := date_trunc(''second'', new.next_attempt_at); return new; end'");
        cluster.database()
                .execute("create trigger whole_seconds before insert on outbox_entry"
                        + " for each row execute function whole_seconds()");
        try (SmtpSink smtp = new SmtpSink(command -> null);
                AutoCloseable changed = cluster.admin().changedMailServer(smtp.port())) {
            recover(0, people, 2);
            cluster.awaitMails();
        } finally {
            cluster.database().execute("drop function whole_seconds cascade");
        }
        // A claim leaves its lease behind.
        String age = "extract(epoch from next_attempt_at - created_at) * 1000 - " + Claim.LEASE.toMillis();
        String ofThese = "select count(*) from outbox_entry where entry_kind = 'mailup-mail' and status = 'DELIVERED'"
                + " and extract(epoch from created_at) * 1000 > " + begin;
        // 50 from the request, which is a little older than its row.
        assertThat(number(ofThese + " and " + age + " < 30")).isLessThan(people.size() / 8L);
        // By a look once a second it would be less than half of them.
        assertThat(number(ofThese + " and " + age + " < 500")).isGreaterThan(people.size() * 3L / 4);
    }

    /** A row that is due is claimed, whatever the moment of its request. */
    @Test
    void a_mail_that_was_asked_for_before_a_clock_was_set_back_is_sent() throws Exception {
        claimedAgain(", payload = replace(payload, '\"millis\":1', '\"millis\":9')");
    }

    /** The event that a mail was sent cannot be stored. */
    @Test
    void a_mail_that_has_left_is_settled_and_not_sent_again_where_what_it_left_behind_cannot_be_recorded()
            throws Exception {
        Person person = cluster.admin().create(Person.any());
        cluster.database()
                .execute("alter table event_entity add constraint nothing_sent"
                        + " check (details_json_long_value not like '%\"outcome\":\"sent\"%') not valid");
        try (SmtpSink smtp = new SmtpSink(command -> null);
                AutoCloseable changed = cluster.admin().changedMailServer(smtp.port())) {
            recover(0, List.of(person));

            smtp.await(person.email(), 1);
            cluster.awaitMails();
            assertThat(smtp.totalFor(person.email())).isEqualTo(1);
            assertThat(cluster.node(0).log() + cluster.node(1).log())
                    .contains("has left, but it could not be recorded");
        } finally {
            cluster.database().execute("alter table event_entity drop constraint nothing_sent");
        }
    }

    @Test
    void a_node_that_stops_finishes_its_mails_and_leaves_none_to_a_lease() throws Exception {
        List<Person> people = cluster.admin().create(Person.many(MAILS));
        CountDownLatch inHand = new CountDownLatch(MAILS);
        CountDownLatch open = new CountDownLatch(1);
        try (SmtpSink smtp = new SmtpSink(held(inHand, open));
                AutoCloseable changed = cluster.admin().changedMailServer(smtp.port())) {
            recover(1, people);
            assertThat(Await.open(inHand, Duration.ofSeconds(10))).isTrue();
            CountDownLatch stopped = new CountDownLatch(1);
            Thread stop = new Thread(() -> {
                cluster.stop(1);
                stopped.countDown();
            });
            stop.start();
            assertThat(Await.open(stopped, Duration.ofSeconds(2))).isFalse();

            open.countDown();

            stop.join(Duration.ofSeconds(60).toMillis());
            assertThat(smtp.total()).isEqualTo(MAILS);
            assertThat(cluster.mailsWaiting()).isZero();
        } finally {
            cluster.restart(1);
        }
    }

    @Test
    void a_mail_that_hangs_when_its_node_stops_is_the_other_nodes_at_once() throws Exception {
        Person person = cluster.admin().create(Person.any());
        CountDownLatch inHand = new CountDownLatch(1);
        try (SmtpSink smtp = new SmtpSink(command -> {
                    if (command.equals(".") && inHand.getCount() > 0) {
                        inHand.countDown();
                        Await.open(new CountDownLatch(1), Claim.LEASE);
                    }
                    return null;
                });
                AutoCloseable changed = cluster.admin().changedMailServer(smtp.port())) {
            recover(1, List.of(person));
            assertThat(Await.open(inHand, Duration.ofSeconds(10))).isTrue();

            cluster.stop(1);

            // Sooner than the lease would have run out.
            Await.until("the mail", Duration.ofSeconds(30), () -> smtp.totalFor(person.email()) == 2);
        } finally {
            cluster.restart(1);
        }
    }
}
