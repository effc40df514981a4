package com.mailup.keycloak.mailqueue;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.AtOnce;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.FreePort;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Postgres;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.testbed.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A node of today beside one with {@code mailup-keycloak-of-6ab240e.jar}, the last whose workers held a row's lock while they
 * sent. Both have one database; the older one is asked first, so that its mails wait when the newer one comes.
 */
@Tag("release")
class RollingUpgradeIT {

    private static final int MAILS = 80;
    private static final Duration PER_MAIL = Duration.ofMillis(200);
    private static final String WAITING =
            "select count(*) from outbox_entry where entry_kind like 'mailup-mail%' and status = 'PENDING'";

    private static Path olderJar() throws Exception {
        return Path.of(RollingUpgradeIT.class
                .getResource("mailup-keycloak-of-6ab240e.jar")
                .toURI());
    }

    private static void recover(RelyingParty platform, KeycloakServer node, List<Person> people) {
        AtOnce.of(
                4,
                people.size(),
                i -> new Visitor().through(node).recover(platform, people.get(i).email()));
    }

    @Test
    void no_mail_is_lost_and_none_comes_twice() throws Exception {
        int port = FreePort.find();
        String url = "http://localhost:" + port;
        try (SmtpSink smtp = new SmtpSink(PER_MAIL);
                Postgres database = Postgres.named("rolling-upgrade");
                RelyingParty platform = new RelyingParty(0, url + "/realms/mailup");
                KeycloakServer older = node("older", database, smtp, platform, url)
                        .withoutOurJar()
                        .jar(olderJar())
                        .port(port)
                        .start()) {
            List<Person> people = new AdminApi(older, "mailup").create(Person.many(MAILS));
            recover(platform, older, people.subList(0, MAILS / 2));
            assertThat(database.number(WAITING)).isPositive();

            try (KeycloakServer newer = node("newer", database, smtp, platform, url)
                    .port(FreePort.find())
                    .start()) {
                recover(platform, newer, people.subList(MAILS / 2, 3 * MAILS / 4));
                recover(platform, older, people.subList(3 * MAILS / 4, MAILS));

                Await.until("no mail waits", Duration.ofMinutes(1), () -> database.number(WAITING) == 0);
            }
            assertThat(people)
                    .allSatisfy(
                            person -> assertThat(smtp.totalFor(person.email())).isEqualTo(1));
        }
    }

    private static KeycloakSetup node(
            String name, Postgres database, SmtpSink smtp, RelyingParty platform, String url) {
        return KeycloakSetup.named("rolling-upgrade-" + name)
                .with(database)
                .with(smtp)
                .with(platform)
                .option("--hostname=" + url);
    }
}
