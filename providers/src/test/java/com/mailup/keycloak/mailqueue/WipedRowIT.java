package com.mailup.keycloak.mailqueue;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Cluster;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The rows of mails that are done stay for a while, to be counted; what they were about does not. */
@ExtendWith(TestBed.class)
@Tag("release")
class WipedRowIT {

    @Test
    void of_a_mail_that_has_left_the_database_knows_no_address(Cluster cluster) {
        Person person = cluster.admin().create(Person.any());

        new Visitor().through(cluster.node(0)).recover(cluster.platform(), person.email());
        cluster.awaitMails();

        assertThat(cluster.mailbox().of(person.email())).hasSize(1);
        assertThat(cluster.database().number("select count(*) from outbox_entry where status = 'DELIVERED'"))
                .isPositive();
        assertThat(cluster.database()
                        .number("select count(*) from outbox_entry where payload like '%" + person.email() + "%'"))
                .isZero();
    }
}
