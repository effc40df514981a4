package com.mailup.keycloak.userstore;

import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.Change;
import com.mailup.keycloak.testbed.Cluster;
import com.mailup.keycloak.testbed.Directory;
import com.mailup.keycloak.testbed.Federation;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A directory beside PostgreSQL, where a transaction waits without end for the row of another. */
@Tag("release")
@Tag("S15")
@ExtendWith(TestBed.class)
@SuppressWarnings("try") // what is closed is the federation: nothing refers to it
record ClusterDirectoryIT(Cluster cluster) {

    /** Keycloak imports the person for the look, and no other transaction may look while that one holds the new row. */
    @Test
    void a_recovery_that_finds_nobody_holds_no_worker() {
        Person person = Person.named("anna-" + UUID.randomUUID());
        try (Directory directory = new Directory();
                Change attached = Federation.mode("WRITABLE").importing(true).attach(cluster.admin(), directory)) {
            directory.add(person);
            cluster.admin().forgetEvents();

            new Visitor().through(cluster.node(0)).recover(cluster.platform(), person.email());

            Await.until(
                    "it is told",
                    () -> cluster.admin().errors("CUSTOM_REQUIRED_ACTION_ERROR").contains("user_not_found"));
        }
    }
}
