package com.mailup.keycloak.trialregistration;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AtOnce;
import com.mailup.keycloak.testbed.Cluster;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.keycloak.representations.idm.UserRepresentation;

/** Two nodes give one name to nobody twice. */
@ExtendWith(TestBed.class)
@Tag("release")
class ParallelTrialsIT {

    private static final int REQUESTS = 20;

    @Test
    @Tag("A111")
    void twenty_who_ask_at_the_same_moment_get_twenty_accounts(Cluster cluster) {
        List<Applicant> applicants =
                Stream.generate(Applicant::any).limit(REQUESTS).toList();
        List<Visitor> callers = IntStream.range(0, REQUESTS)
                .mapToObj(i -> new Visitor().through(cluster.node(i % 2)))
                .toList();
        callers.forEach(visitor -> visitor.openRegistration(cluster.platform()));

        assertThat(AtOnce.of(
                        REQUESTS, i -> callers.get(i).submit(applicants.get(i).fields())))
                .extracting(Reply::pageId)
                .containsOnly("login-trial-registration");
        cluster.awaitMails();

        Set<String> names = new TreeSet<>();
        for (Applicant applicant : applicants) {
            List<UserRepresentation> accounts = cluster.admin().usersOf(applicant.email());
            assertThat(accounts).hasSize(1);
            assertThat(cluster.mailbox().of(applicant.email())).hasSize(1);
            names.add(accounts.get(0).getUsername());
        }
        assertThat(names).hasSize(REQUESTS).allMatch(name -> name.matches("m[0-9]{6,}"));
    }
}
