package com.mailup.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.Directory;
import com.mailup.keycloak.testbed.Federation;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.OurRealm;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.VisibleAnswer;
import com.mailup.keycloak.testbed.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** People of a directory, and all others of the realm, sign in or are refused whatever the directory does. */
@ExtendWith(TestBed.class)
@Tag("release")
class SilentDirectoryIT {

    private static final Person SEEN = Person.named("ida.seen");
    private static final Person UNSEEN = Person.named("ugo.unseen");
    private static final Person LOCAL = Person.named("lea.local");
    private static final String WRONG = "Nome utente o password non validi. Dopo";
    private static final String SILENT = "oppure il servizio che li verifica non risponde";

    private static OurRealm realm;
    private static Directory directory;

    @BeforeAll
    static void a_realm_with_a_directory(KeycloakServer server, AdminApi admin, Mailbox mailbox) {
        realm = new OurRealm(server, admin, mailbox, "silent-directory");
        directory = new Directory();
        realm.admin().create(LOCAL);
        directory.add(SEEN);
        directory.add(UNSEEN);
    }

    @AfterAll
    static void end() {
        realm.close();
        directory.close();
    }

    private static Reply signIn(String username, String password) {
        return new Visitor().signIn(realm.platform(), username, password);
    }

    private static boolean comesIn(Person person) {
        return signIn(person.username(), Person.PASSWORD).pageId().equals("platform");
    }

    /** With the name that was typed masked. */
    private static VisibleAnswer refused(String username, String password) {
        VisibleAnswer seen = VisibleAnswer.of(signIn(username, password));
        Map<String, List<String>> headers = seen.headers();
        headers.remove("content-length");
        return new VisibleAnswer(
                seen.status(), seen.address(), headers, seen.body().replace(username, "somebody"));
    }

    static Stream<Arguments> ways_to_be_silent() {
        Consumer<Directory> stopped = Directory::stop;
        Consumer<Directory> hanging = Directory::hang;
        Federation usual = Federation.mode("READ_ONLY").trusting(true);
        return Stream.of(
                Arguments.of(usual, stopped),
                Arguments.of(usual.importing(false), stopped),
                Arguments.of(usual.withoutCache(), hanging),
                Arguments.of(Federation.mode("UNSYNCED").trusting(true), hanging));
    }

    @ParameterizedTest
    @MethodSource("ways_to_be_silent")
    @Tag("S6")
    void all_who_are_refused_read_the_same_and_people_of_the_realm_come_in(
            Federation federation, Consumer<Directory> silence, KeycloakServer server) throws Exception {
        try (AutoCloseable attached = federation.attach(realm.admin(), directory)) {
            assertThat(comesIn(SEEN)).isTrue();
            assertThat(signIn(SEEN.username(), "wrong").body()).contains(WRONG);
            silence.accept(directory);
            Await.until(
                    "the server has noticed",
                    () -> signIn("nobody", "wrong").body().contains(SILENT));
            String before = server.log();
            assertOutageCountsForNobody();

            List<VisibleAnswer> answers = Stream.of(SEEN, UNSEEN, Person.named("m99999"), LOCAL)
                    .map(person -> refused(person.username(), "wrong"))
                    .toList();
            assertThat(refused(SEEN.username(), Person.PASSWORD)).isEqualTo(answers.get(0));
            assertThat(refused(UNSEEN.username(), Person.PASSWORD)).isEqualTo(answers.get(0));

            assertThat(answers).allSatisfy(answer -> assertThat(answer).isEqualTo(answers.get(0)));
            assertThat(answers.get(0).status()).isEqualTo(200);
            assertThat(answers.get(0).body()).contains(SILENT);
            assertThat(comesIn(LOCAL)).isTrue();
            String said = server.log().substring(before.length());
            assertThat(said.lines().filter(line -> line.contains("does not answer")))
                    .hasSizeLessThan(2);
            assertThat(said).doesNotContain("\tat ", "Caused by");

            directory.answer();
            directory.stop();
            directory.start();
            Await.until("people of the directory come in again", () -> comesIn(SEEN));
            assertThat(signIn(SEEN.username(), "wrong").body()).contains(WRONG);
            assertThat(comesIn(UNSEEN)).isTrue();
        } finally {
            directory.answer();
            directory.stop();
            directory.start();
        }
    }

    /** Within the second for which the server trusts what it has seen. */
    @Test
    @Tag("S6")
    void one_that_falls_silent_in_the_middle_is_noticed_by_the_first_who_signs_in() throws Exception {
        try (AutoCloseable attached =
                Federation.mode("READ_ONLY").trusting(true).attach(realm.admin(), directory)) {
            assertThat(comesIn(SEEN)).isTrue();
            Visitor known = new Visitor();
            Visitor unknown = new Visitor();
            known.openLogin(realm.platform());
            unknown.openLogin(realm.platform());
            assertThat(comesIn(SEEN)).isTrue();

            directory.stop();

            assertThat(unknown.submit(Map.of("username", "m99999", "password", "wrong"))
                            .body())
                    .contains(SILENT);
            assertThat(known.submit(Map.of("username", SEEN.username(), "password", Person.PASSWORD))
                            .body())
                    .contains(SILENT);
        } finally {
            directory.start();
        }
    }

    /** Nobody knows whether those were guesses: a company whose directory is down must not be shut out too. */
    private static void assertOutageCountsForNobody() throws Exception {
        Visitor office = new Visitor().from("192.168.18.18");
        try (AutoCloseable few = realm.admin().changedStep("mailup browser", "networkFailures", "2")) {
            for (int i = 0; i < 3; i++) {
                assertThat(office.signIn(realm.platform(), SEEN).body()).contains(SILENT);
            }
        }
    }

    @Test
    @Tag("S4")
    void while_it_answers_a_wrong_password_takes_as_long_as_for_nobody() throws Exception {
        Federation federation = Federation.mode("READ_ONLY");
        Duration deadline = Duration.ofSeconds(1);
        try (AutoCloseable attached = federation.attach(realm.admin(), directory);
                AutoCloseable slow = realm.admin()
                        .changedStep("mailup browser", "failureMilliseconds", String.valueOf(deadline.toMillis()))) {
            for (String name : List.of(SEEN.username(), UNSEEN.username(), "m99999")) {
                Visitor visitor = new Visitor();
                visitor.openLogin(realm.platform());
                assertThat(visitor.post(Map.of("username", name, "password", "wrong"))
                                .took())
                        .isBetween(deadline, deadline.multipliedBy(2));
            }
        }
    }
}
