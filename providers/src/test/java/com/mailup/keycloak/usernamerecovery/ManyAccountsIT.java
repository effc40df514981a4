package com.mailup.keycloak.usernamerecovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Cluster;
import com.mailup.keycloak.testbed.Mail;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** More accounts than an administrator would make by hand, so they come by SQL. */
@ExtendWith(TestBed.class)
@Tag("release")
record ManyAccountsIT(Cluster cluster) {

    private static String somewhere() {
        return "ufficio@" + UUID.randomUUID() + ".example.com";
    }

    private Reply recover(String email) {
        return new Visitor().through(cluster.node(0)).recover(cluster.platform(), email);
    }

    @Test
    @Tag("A11")
    void ten_thousand_on_one_address_are_answered_as_none_and_listed_in_one_mail() {
        String email = somewhere();
        cluster.database().execute("""
                insert into user_entity (id, username, email, email_constraint, enabled, email_verified, realm_id,
                    created_timestamp, not_before)
                select gen_random_uuid()::text, 'm' || gen_random_uuid(), '%s', gen_random_uuid()::text, true, true, realm.id,
                    0, 0
                from generate_series(1, 10000), realm where realm.name = 'mailup'""".formatted(email));

        Reply known = recover(email);
        Reply unknown = recover(somewhere());

        assertThat(known.status()).isEqualTo(200);
        assertThat(known.message()).isNotEmpty().isEqualTo(unknown.message());
        assertThat(known.body()).hasSameSizeAs(unknown.body());
        Mail mail = cluster.mailbox().await(email);
        assertThat(mail.text().lines().filter(line -> line.strip().matches("m[0-9a-f-]{36}")))
                .hasSize(50);
    }
}
