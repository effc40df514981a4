package com.mailup.keycloak.mailqueue;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Cluster;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What an administrator's "send all again" reads where there are more than it may. */
@ExtendWith(TestBed.class)
@Tag("release")
record GivenUpMailsIT(Cluster cluster) {

    private static final String KIND = "mailup-username-recovery";
    private static final String COPIES = "owner_id = 'copy'";

    private void giveUp(Person person) throws Exception {
        try (SmtpSink smtp = new SmtpSink(command -> command.startsWith("RCPT") ? "550 nobody here" : null);
                AutoCloseable changed = cluster.admin().changedMailServer(smtp.port())) {
            new Visitor().through(cluster.node(0)).recover(cluster.platform(), person.email());
            smtp.awaitRefused();
            cluster.awaitMails();
        }
    }

    /** Of the latest given-up mail, a day younger and with nothing to send. */
    private void copy(int count) {
        cluster.database()
                .execute("insert into outbox_entry select (jsonb_populate_record(e, jsonb_build_object("
                        + "'id', gen_random_uuid(), 'owner_id', 'copy', 'correlation_id', gen_random_uuid(),"
                        + " 'payload', '{}', 'created_at', e.created_at + interval '1 day'))).*"
                        + " from outbox_entry e, generate_series(1, " + count
                        + ") where e.id = (select id from outbox_entry"
                        + " where status = 'DEAD_LETTER' and entry_type = '" + KIND
                        + "' order by created_at desc limit 1)");
    }

    private int sendAll() {
        return cluster.admin()
                .json()
                .send("POST", "/mailup-mail/given-up/send?kind=" + KIND, null)
                .get("sent")
                .asInt();
    }

    @Test
    void a_thousand_that_cannot_be_sent_again_hide_none_that_can() throws Exception {
        Person person = cluster.admin().create(Person.any());
        giveUp(person);
        copy(1_000);
        try {
            assertThat(sendAll()).isPositive();
            assertThat(cluster.mailbox().await(person.email()).text()).contains(person.username());
        } finally {
            cluster.database().execute("delete from outbox_entry where " + COPIES);
        }
    }
}
