package com.mailup.keycloak.usernamerecovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.DirectoryRealm;
import com.mailup.keycloak.testbed.Federation;
import com.mailup.keycloak.testbed.Mail;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.TestBed;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom the console finds by an address, the recovery finds too. */
@Tag("S7")
@ExtendWith(TestBed.class)
@Tag("release")
class DirectoryPeopleIT {

    private final DirectoryRealm realm;
    private final Mailbox mailbox;

    /** An address of each test's own, and two people of the directory who share it. */
    private final String email = UUID.randomUUID() + "@example.com";

    private final Person anna = Person.named("anna-" + UUID.randomUUID()).withEmail(email);
    private final Person bruno = Person.named("bruno-" + UUID.randomUUID()).withEmail(email);

    DirectoryPeopleIT(DirectoryRealm realm, Mailbox mailbox) {
        this.realm = realm;
        this.mailbox = mailbox;
    }

    private void enter(Person... people) {
        Stream.of(people).forEach(realm.directory()::add);
    }

    /** Before the console is asked, whose search imports people; and after that the same again. */
    private List<String> listed() {
        realm.forget();
        realm.recover(email);
        // The mail leaves before what was imported for it is kept.
        assertThat(realm.outcomes("username-recovery")).containsExactly("sent");
        Mail mail = mailbox.await(email);
        List<String> names = mail.text()
                .lines()
                .map(line -> line.strip().split(" ")[0])
                .filter(word -> word.matches("(anna|bruno|carla)-.{36}"))
                .sorted()
                .toList();
        assertThat(names).isEqualTo(realm.foundInConsole(email));
        return names;
    }

    static Stream<Federation> federations() {
        return Federation.all().map(federation -> federation.trusting(true));
    }

    @ParameterizedTest
    @MethodSource("federations")
    void people_who_have_never_signed_in_are_listed_beside_a_local_one(Federation federation) {
        realm.attach(federation);
        enter(anna, bruno);
        Person carla =
                realm.admin().create(Person.named("carla-" + UUID.randomUUID()).withEmail(email));

        assertThat(listed()).containsExactly(anna.username(), bruno.username(), carla.username());
    }

    @ParameterizedTest
    @MethodSource("federations")
    void somebody_whom_keycloak_knows_already_is_listed_once(Federation federation) {
        realm.attach(federation);
        enter(anna, bruno);
        realm.admin().userId(anna.username());

        assertThat(listed()).containsExactly(anna.username(), bruno.username());
    }

    @Test
    void somebody_who_is_disabled_here_is_not_listed() {
        realm.attach(Federation.mode("UNSYNCED").trusting(true));
        enter(anna, bruno);
        realm.admin().change(anna.username(), account -> account.setEnabled(false));

        realm.recover(email);

        assertThat(mailbox.await(email).text()).contains(bruno.username()).doesNotContain(anna.username());
    }

    @Test
    void somebody_who_has_left_the_directory_is_not_listed() {
        realm.attach(Federation.mode("READ_ONLY").trusting(true).withoutCache());
        enter(anna, bruno);
        realm.admin().userId(anna.username());
        realm.directory().remove(anna.username());

        realm.recover(email);

        assertThat(mailbox.await(email).text()).contains(bruno.username()).doesNotContain(anna.username());
    }

    @Test
    void letter_case_in_the_directory_does_not_matter() {
        realm.attach(Federation.mode("READ_ONLY").importing(false).trusting(true));
        enter(anna.withEmail(email.replace("example", "EXAMPLE")));

        realm.recover(email);

        assertThat(mailbox.await(email).text()).contains(anna.username());
    }

    @Test
    void a_star_in_an_address_is_no_wild_card() {
        realm.attach(Federation.mode("READ_ONLY").importing(false).trusting(true));
        enter(anna);

        realm.recover("*" + email.substring(8));
        realm.recover(email);

        mailbox.await(email);
        assertThat(mailbox.all()).hasSize(1);
    }
}
