package com.mailup.keycloak.mailqueue;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.Cluster;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.RealmRepresentation;

/** What becomes of mails and logins when a node, the database or the mail server fails. */
@ExtendWith(TestBed.class)
@Tag("release")
class FaultsIT {

    /** Larger runs: ./test faults -Dfaults.mails=2000 -Dfaults.logins=500. */
    private static final int MAILS = Integer.getInteger("faults.mails", 200);

    /** How often a node is killed while mails leave: -Dfaults.kills=30 takes some ten minutes. */
    private static final int KILLS = Integer.getInteger("faults.kills", 1);

    private static final int LOGINS = Integer.getInteger("faults.logins", 60);
    private static final int WORKERS_OF_A_NODE = 16;
    private static final Duration TIMEOUT = Duration.ofMinutes(3).plusMillis(MAILS * 200L);
    private static final String SENT = "If the address is associated with one or more accounts";

    private final Cluster cluster;
    private final List<Person> people;

    FaultsIT(Cluster cluster) {
        this.cluster = cluster;
        String one = UUID.randomUUID().toString();
        people = IntStream.range(0, MAILS)
                .mapToObj(i -> Person.named("m%s-%d".formatted(one, i)).withPassword(null))
                .toList();
    }

    @BeforeEach
    void people_that_nobody_has_asked_for() {
        cluster.admin().create(people);
    }

    private List<String> emails() {
        return people.stream().map(Person::email).toList();
    }

    private String recover(Visitor visitor, int person) {
        Reply form = visitor.through(cluster.node(person % 2)).openUsernameRecovery(cluster.platform());
        Reply answer = form.status() == 200
                ? visitor.submit(Map.of("email", people.get(person).email()))
                : form;
        return answer.message().startsWith(SENT) ? ParallelRequests.ACCEPTED : "HTTP " + answer.status();
    }

    private AutoCloseable mailServer(SmtpSink smtp) {
        return cluster.admin().changedMailServer(smtp.port());
    }

    /** Requests that were committed, whatever has become of their mails since. */
    private long promised() {
        return cluster.database()
                .number("select count(*) from outbox_entry where entry_kind = '" + MailPriority.HIGH.entryKind() + "'");
    }

    private static List<String> someTaken(SmtpSink smtp, int count) {
        List<String> taken = new ArrayList<>();
        while (taken.size() < count) {
            taken.add(smtp.nextAccepted(TIMEOUT).orElseThrow(() -> new AssertionError("No mail comes")));
        }
        return taken;
    }

    /** Those that were taken until none is left waiting. */
    private List<String> restTaken(SmtpSink smtp) {
        List<String> taken = new ArrayList<>();
        Instant end = Instant.now().plus(TIMEOUT);
        while (cluster.mailsWaiting() > 0) {
            smtp.nextAccepted(Duration.ofSeconds(1)).ifPresent(taken::add);
            assertThat(Instant.now())
                    .as("%s mails wait", cluster.mailsWaiting())
                    .isBefore(end);
        }
        for (Duration now = Duration.ZERO;
                smtp.nextAccepted(now).map(taken::add).isPresent(); ) {
            // and the next
        }
        return taken;
    }

    private int lost(List<String> taken) {
        HashSet<String> missing = new HashSet<>(emails());
        taken.forEach(missing::remove);
        return missing.size();
    }

    private static List<String> repeated(List<String> taken) {
        List<String> repeated = new ArrayList<>(taken);
        new HashSet<>(taken).forEach(repeated::remove);
        return repeated;
    }

    @Test
    void a_killed_node_loses_no_mail_and_repeats_one_a_connection_at_most() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        try (SmtpSink smtp = new SmtpSink(command -> slow(command, open));
                AutoCloseable changed = mailServer(smtp)) {
            assertThat(new ParallelRequests(MAILS, this::recover).ask())
                    .isEqualTo(Map.of(ParallelRequests.ACCEPTED, MAILS));
            assertThat(cluster.mailsWaiting()).isEqualTo(MAILS);

            open.countDown();
            List<String> taken = new ArrayList<>();
            for (int kill = 1; kill <= KILLS; kill++) {
                taken.addAll(someTaken(smtp, MAILS / (4 * KILLS)));
                cluster.kill(1);
                if (kill < KILLS) {
                    cluster.restart(1);
                }
            }
            taken.addAll(restTaken(smtp));

            int repeated = repeated(taken).size();
            cluster.figures().put("node killed " + KILLS + " times: mails asked for, lost", MAILS + ", " + lost(taken));
            cluster.figures().put("node killed " + KILLS + " times: mails repeated", repeated);
            assertThat(lost(taken)).isZero();
            assertThat(repeated).isLessThanOrEqualTo(KILLS * WORKERS_OF_A_NODE);
        } finally {
            cluster.restart(1);
        }
    }

    /** Silent until it opens; then it takes its time after each mail, so that a kill meets mails between taken and told. */
    private static String slow(String command, CountDownLatch open) {
        if (command.equals("CONNECT")) {
            silence(open);
        } else if (command.equals(".")) {
            Await.pause(Duration.ofMillis(Math.min(8_000, 200L * KILLS)));
        }
        return null;
    }

    /** For 60 seconds at most. */
    private static String silence(CountDownLatch end) {
        Await.open(end, Duration.ofSeconds(60));
        return null;
    }

    @Test
    void a_killed_database_loses_no_mail_that_was_promised_and_both_nodes_serve_again() throws Exception {
        long before = promised();
        RealmRepresentation realm = new RealmRepresentation();
        realm.setRealm("stock");
        realm.setEnabled(true);
        realm.setResetPasswordAllowed(true);
        realm.setEventsEnabled(true);
        cluster.admin().createRealm(realm);
        try (SmtpSink smtp = new SmtpSink(command -> null);
                AutoCloseable changed = mailServer(smtp)) {
            CompletableFuture<Map<String, Integer>> ours =
                    CompletableFuture.supplyAsync(new ParallelRequests(MAILS, this::recover)::ask);
            CompletableFuture<Map<String, Integer>> stock =
                    CompletableFuture.supplyAsync(new ParallelRequests(MAILS, this::resetInStockRealm)::ask);
            List<String> taken = someTaken(smtp, MAILS / 4);
            cluster.database().kill();
            // What follows is for those who ask meanwhile.
            Await.pause(Duration.ofSeconds(3));
            cluster.database().restart();
            cluster.figures().put("database killed: answers of ours", ours.get());
            cluster.figures().put("database killed: answers of stock Keycloak", stock.get());
            taken.addAll(restTaken(smtp));

            long repeated = taken.size() - (promised() - before);
            cluster.figures().put("database killed: mails asked for, lost", MAILS + ", " + lost(taken));
            cluster.figures().put("database killed: mails repeated", repeated);
            assertThat(ours.get()).containsEntry(ParallelRequests.ACCEPTED, MAILS);
            assertThat(lost(taken)).isZero();
            assertThat(repeated).isLessThanOrEqualTo(2 * WORKERS_OF_A_NODE);
        }
    }

    /** Keycloak's own recovery with Keycloak's own theme, for nobody, so that no mail server is in its way. */
    private String resetInStockRealm(Visitor visitor, int person) {
        String page = cluster.node(0).url() + "/realms/stock/login-actions/reset-credentials?client_id=account";
        Reply form = visitor.through(cluster.node(person % 2)).open(page);
        Reply answer = form.status() == 200 ? visitor.submit(Map.of("username", "nobody")) : form;
        return answer.status() == 200 ? ParallelRequests.ACCEPTED : "HTTP " + answer.status();
    }

    @Test
    void a_mail_server_that_hangs_or_drips_holds_no_login_up_and_loses_no_mail() throws Exception {
        Person person = cluster.admin().create(Person.any());
        CountDownLatch end = new CountDownLatch(1);
        AtomicReference<UnaryOperator<String>> fault = new AtomicReference<>(command -> null);
        try (SmtpSink smtp = new SmtpSink(command -> fault.get().apply(command));
                AutoCloseable changed = mailServer(smtp)) {
            LoginLatency.of(person, LOGINS / 2, cluster);
            long before = LoginLatency.of(person, LOGINS, cluster).p95Millis();

            fault.set(command -> silence(end));
            assertThat(new ParallelRequests(MAILS / 2, this::recover).ask())
                    .isEqualTo(Map.of(ParallelRequests.ACCEPTED, MAILS / 2));
            long silent = LoginLatency.of(person, LOGINS, cluster).p95Millis();

            fault.set(command -> SmtpSink.DRIP);
            ParallelRequests others = new ParallelRequests(MAILS / 2, (visitor, i) -> recover(visitor, i + MAILS / 2));
            assertThat(others.ask()).isEqualTo(Map.of(ParallelRequests.ACCEPTED, MAILS / 2));
            long dripping = LoginLatency.of(person, LOGINS, cluster).p95Millis();

            cluster.figures().put("mail server silent: login p95 before, during", compared(before, silent));
            cluster.figures().put("mail server drips: login p95 before, during", compared(before, dripping));
            assertThat(cluster.mailsWaiting()).isEqualTo(MAILS);

            fault.set(command -> null);
            end.countDown();
            List<String> taken = restTaken(smtp);
            cluster.figures().put("mail server silent, dripping: mails asked for, lost", MAILS + ", " + lost(taken));
            assertThat(lost(taken)).as("lost").isZero();
            assertThat(repeated(taken)).as("repeated").isEmpty();
        }
    }

    private static String compared(long before, long during) {
        return "%d ms, %d ms, ratio %.2f".formatted(before, during, (double) during / before);
    }
}
