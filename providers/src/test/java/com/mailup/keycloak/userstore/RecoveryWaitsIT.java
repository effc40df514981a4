package com.mailup.keycloak.userstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.Directory;
import com.mailup.keycloak.testbed.DirectoryRealm;
import com.mailup.keycloak.testbed.Federation;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import com.mailup.keycloak.trialregistration.Applicant;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** While a directory does not answer, a recovery waits for it: nobody is taken for nobody. */
@Tag("S6")
@ExtendWith(TestBed.class)
@Tag("release")
class RecoveryWaitsIT {

    private static final String RESET = "password-reset";
    private static final String RECOVERY = "username-recovery";
    private static final String TRIAL = "trial-registration";

    private final DirectoryRealm realm;
    private final KeycloakServer server;
    private final Mailbox mailbox;

    private final Person anna = Person.named("anna-" + UUID.randomUUID());
    private final Person carla = Person.named("carla-" + UUID.randomUUID());

    RecoveryWaitsIT(DirectoryRealm realm, KeycloakServer server, Mailbox mailbox) {
        this.realm = realm;
        this.server = server;
        this.mailbox = mailbox;
        realm.directory().add(anna);
        realm.admin().create(carla);
    }

    private void attach(boolean imports) {
        realm.attach(
                Federation.mode("READ_ONLY").importing(imports).trusting(true).withoutCache());
    }

    /** Both kinds of silence, with and without import. */
    static Stream<Arguments> silences() {
        Named<Consumer<Directory>> stopped = Named.of("stopped", Directory::stop);
        Named<Consumer<Directory>> hanging = Named.of("hanging", Directory::hang);
        return Stream.of(
                Arguments.of(stopped, true),
                Arguments.of(stopped, false),
                Arguments.of(hanging, true),
                Arguments.of(hanging, false));
    }

    private void askForTrial(Person person) {
        Visitor visitor = realm.visitor();
        visitor.openRegistration(realm.platform());
        visitor.submit(new Applicant(person.email()).fields());
    }

    /** Asks, and comes back when the job has been tried. */
    private void awaitPostponed(String recovery, Runnable ask) {
        double before = postponed(recovery);
        ask.run();
        Await.until("the job has been tried", () -> postponed(recovery) > before);
    }

    private double postponed(String recovery) {
        return server.metric("mailup_mail_total", "kind=\"mailup-" + recovery + "\",outcome=\"deferred\"");
    }

    private void answerAgain() {
        realm.directory().answer();
        realm.directory().start();
    }

    @ParameterizedTest
    @MethodSource("silences")
    void both_recoveries_of_somebody_never_seen_wait_until_it_answers(Consumer<Directory> silence, boolean imports) {
        attach(imports);
        Reply[] pages = new Reply[2];
        silence.accept(realm.directory());

        awaitPostponed(RESET, () -> pages[0] = realm.reset(anna));
        awaitPostponed(RECOVERY, () -> pages[1] = realm.recover(anna.email()));
        assertThat(mailbox.of(anna.email())).isEmpty();
        assertThat(realm.outcomesNow(RESET)).isEmpty();
        assertThat(realm.outcomesNow(RECOVERY)).isEmpty();
        answerAgain();

        Await.until(
                "both mails",
                Duration.ofSeconds(40),
                () -> mailbox.of(anna.email()).size() == 2);
        assertThat(pages[0].message()).isEqualTo(realm.reset(Person.any()).message());
        assertThat(pages[1].message())
                .isEqualTo(realm.recover(UUID.randomUUID() + "@example.com").message());
        assertThat(realm.outcomesNow(RECOVERY)).contains("sent");
    }

    @Test
    void somebody_whom_keycloak_has_seen_waits_in_the_same_way() {
        attach(true);
        realm.admin().userId(anna.username());
        realm.directory().stop();

        awaitPostponed(RESET, () -> realm.reset(anna));
        assertThat(mailbox.of(anna.email())).isEmpty();
        answerAgain();

        Await.until("the mail", () -> mailbox.of(anna.email()).size() == 1);
    }

    @Test
    void nobody_is_told_to_be_nobody_before_it_answers() {
        attach(true);
        realm.directory().stop();

        awaitPostponed(RESET, () -> realm.reset(Person.any()));
        assertThat(realm.outcomesNow(RESET)).isEmpty();
        answerAgain();

        assertThat(realm.outcomes(RESET)).containsExactly("user_not_found");
    }

    @Test
    void a_person_of_keycloaks_own_does_not_wait_for_a_reset() {
        attach(true);
        realm.directory().stop();

        realm.reset(carla);

        assertThat(mailbox.await(carla.email()).links()).isNotEmpty();
    }

    @Test
    void after_five_minutes_the_names_that_are_known_are_sent_and_the_mail_says_that_there_may_be_more() {
        attach(true);
        realm.directory().stop();
        awaitPostponed(RECOVERY, () -> realm.recover(carla.email()));
        assertThat(mailbox.of(carla.email())).isEmpty();

        server.travel(Duration.ofMinutes(6));

        Await.until("the mail", () -> mailbox.of(carla.email()).size() == 1);
        assertThat(mailbox.await(carla.email()).text())
                .contains(carla.username(), "Uno degli archivi degli utenti non risponde");
        assertThat(mailbox.await(carla.email()).html()).contains("Uno degli archivi degli utenti non risponde");
    }

    @Test
    void a_request_whose_life_ends_meanwhile_is_told_with_the_reason() {
        attach(true);
        realm.directory().stop();
        awaitPostponed(RESET, () -> realm.reset(anna));
        awaitPostponed(RECOVERY, () -> realm.recover(anna.email()));
        awaitPostponed(TRIAL, () -> askForTrial(anna));

        server.travel(Duration.ofMinutes(31));

        assertThat(realm.outcomes(RESET)).containsExactly("user_store_unavailable");
        assertThat(realm.outcomes(RECOVERY)).containsExactly("user_store_unavailable");
        server.travel(Duration.ofHours(13));
        assertThat(realm.outcomes(TRIAL)).containsExactly("user_store_unavailable");
        assertThat(mailbox.of(anna.email())).isEmpty();
    }

    @Test
    void a_link_that_is_opened_meanwhile_can_be_opened_again() {
        realm.attach(Federation.mode("UNSYNCED").trusting(true).withoutCache());
        realm.reset(anna);
        assertThat(realm.outcomes(RESET)).containsExactly("sent");
        String link = mailbox.await(anna.email()).links().get(0);
        realm.directory().stop();

        Reply refused = new Visitor().open(link);
        assertThat(refused.pageId()).isEqualTo("login-error");
        assertThat(refused.body()).contains("Il link resta valido");
        answerAgain();

        Await.until(
                "the page for a new password",
                () -> new Visitor().open(link).pageId().equals("login-login-update-password"));
    }

    @Test
    void the_log_has_one_line_of_it_and_no_stack_trace() {
        attach(true);
        realm.directory().stop();
        int before = server.log().length();

        for (int i = 0; i < 10; i++) {
            realm.reset(Person.any());
            realm.recover(UUID.randomUUID() + "@example.com");
        }
        awaitPostponed(RESET, () -> realm.reset(anna));

        String said = server.log().substring(before);
        assertThat(said.lines().filter(line -> line.contains("does not answer")))
                .hasSize(1);
        assertThat(said).doesNotContain("\tat ", "Caused by", "is tried again", anna.username(), anna.email());
    }
}
