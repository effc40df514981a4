package com.mailup.keycloak.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestBed.class)
@Tag("release")
class DirectoryIT {

    private static final Person ROSA = Person.named("rosa");

    @Test
    void a_realm_finds_the_people_of_a_directory_that_answers(KeycloakServer server, AdminApi admin, Mailbox mailbox)
            throws Exception {
        try (Directory directory = new Directory();
                OurRealm realm = new OurRealm(server, admin, mailbox, "directory-of-people")) {
            directory.add(ROSA);
            Federation usual = Federation.mode("READ_ONLY").importing(false).withoutCache();
            AutoCloseable attached = usual.attach(realm.admin(), directory);

            assertThat(realm.admin().user("rosa")).isPresent();
            assertThat(directory.operations()).isPositive();
            assertThat(directory.accepts("rosa", Person.PASSWORD)).isTrue();
            assertThat(directory.accepts("rosa", "wrong")).isFalse();

            directory.change("rosa", "mail", "rosa.new@example.com");
            assertThat(realm.admin().user("rosa").orElseThrow().getEmail()).isEqualTo("rosa.new@example.com");

            directory.hang();
            long start = System.nanoTime();
            assertThat(asked(realm)).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(usual.timeout());
            directory.answer();
            directory.stop();
            assertThat(asked(realm)).isFalse();
            directory.start();
            assertThat(asked(realm)).isTrue();

            attached.close();
            assertThat(realm.admin().user("rosa")).isEmpty();
        }
    }

    private static boolean asked(OurRealm realm) {
        try {
            return realm.admin().user("rosa").isPresent();
        } catch (IllegalStateException e) {
            return false;
        }
    }
}
