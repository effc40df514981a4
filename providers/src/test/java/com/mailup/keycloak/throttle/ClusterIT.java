package com.mailup.keycloak.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AtOnce;
import com.mailup.keycloak.testbed.Cluster;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes count together, no matter which of them is asked. */
@ExtendWith(TestBed.class)
@Tag("release")
class ClusterIT {

    private static final int REQUESTS = 100;
    private static final String RESET_FLOW = "mailup reset credentials";
    private static final String SENT = "If the address is associated with one or more accounts";

    private final Cluster cluster;
    private final Person victim = Person.any();

    ClusterIT(Cluster cluster) {
        this.cluster = cluster;
    }

    @BeforeEach
    void somebody_that_nobody_has_asked_for() {
        cluster.admin().create(victim);
    }

    @AfterEach
    void nothing_waits_for_its_turn() {
        cluster.forgetMailsOverLimit();
    }

    private Visitor atTheForm(int node) {
        Visitor visitor = new Visitor().speaking("en").through(cluster.node(node));
        visitor.openUsernameRecovery(cluster.platform());
        return visitor;
    }

    private Reply ask(Visitor visitor) {
        return visitor.submit(Map.of("email", victim.email()));
    }

    private void ask(int... nodes) {
        for (int node : nodes) {
            assertThat(ask(atTheForm(node)).message()).startsWith(SENT);
        }
    }

    private int mails() {
        cluster.awaitMails();
        return cluster.mailbox().of(victim.email()).size();
    }

    @Test
    @Tag("A32")
    void the_nodes_asked_in_turn_send_three_mails_together() {
        ask(0, 1, 0, 1, 0, 1, 0, 1);

        assertThat(mails()).isEqualTo(3);
    }

    @Test
    @Tag("S16")
    void failed_logins_of_a_network_are_counted_together() throws Exception {
        try (AutoCloseable few = cluster.admin().changedStep("mailup browser", "networkFailures", "4")) {
            for (int i = 0; i < 4; i++) {
                assertThat(signIn(i % 2).body()).contains("Invalid username or password");
            }

            assertThat(signIn(0).message()).startsWith("Too many failed login attempts from your network");
            assertThat(signIn(1).message()).startsWith("Too many failed login attempts from your network");
        }
    }

    private Reply signIn(int node) {
        return new Visitor()
                .from("192.168.17.1")
                .speaking("en")
                .through(cluster.node(node))
                .signIn(cluster.platform(), "m" + UUID.randomUUID(), "guess");
    }

    @Test
    @Tag("A33")
    void a_hundred_requests_at_the_same_moment_bring_three_mails() {
        List<Visitor> callers =
                IntStream.range(0, REQUESTS).mapToObj(i -> atTheForm(i % 2)).toList();

        assertThat(AtOnce.of(REQUESTS, i -> ask(callers.get(i))))
                .allSatisfy(answer -> assertThat(answer.message()).startsWith(SENT));

        int mails = mails();
        cluster.figures().put("race of " + REQUESTS + " requests for one address, two nodes: mails sent", mails);
        assertThat(mails).isEqualTo(3);
        assertThat(cluster.mailsOverLimit()).isEqualTo(REQUESTS - 3);
    }

    /** As on MariaDB and MySQL, which keep whole seconds. */
    @Test
    void mails_that_were_counted_in_the_same_second_and_a_smaller_limit_let_the_next_one_through() throws Exception {
        ask(0, 1, 0);
        assertThat(mails()).isEqualTo(3);
        cluster.database()
                .execute("update outbox_entry set created_at = date_trunc('day', created_at) - interval '2 days'"
                        + " where entry_kind = 'mailup-mail-count'");
        try (AutoCloseable few = cluster.admin().changedStep(RESET_FLOW, "mailup-throttle", "mails", "1");
                AutoCloseable many = cluster.admin().changedStep(RESET_FLOW, "mailup-throttle", "manyMails", "1")) {
            ask(1);

            assertThat(mails()).isEqualTo(4);
        }
    }

    @Test
    @Tag("A39")
    void a_node_that_is_killed_and_comes_back_forgets_nothing() {
        ask(0, 1);
        cluster.restart(1);
        ask(1, 0, 1, 0);

        assertThat(mails()).isEqualTo(3);
    }
}
