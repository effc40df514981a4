package com.mailup.keycloak.trialreminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.QueueAdmin;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Texts;
import com.mailup.keycloak.testbed.Visitor;
import com.mailup.keycloak.trialregistration.Applicant;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The realm's own workflows, which look every second in this suite. */
@ExtendWith(TestBed.class)
@Tag("release")
record TrialReminderIT(AdminApi admin, Mailbox mailbox, QueueAdmin mails, KeycloakServer server) {

    private static final Duration TRIAL = Duration.ofDays(30);

    private Person onTrial(String language) {
        Instant end = Instant.now().plus(TRIAL).truncatedTo(ChronoUnit.SECONDS);
        return admin.create(Person.any().withPlan("trial", end).withAttribute("locale", language));
    }

    private Instant end(Person person) {
        return Instant.parse(admin.attribute(person, "planEndsAt"));
    }

    private String date(Person person, Locale language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(end(person).atZone(ZoneId.of("Europe/Rome")));
    }

    private static String subject(String milestone, String language) {
        return new Texts("email", language).format("trialReminder" + milestone + "Subject", "MailUp");
    }

    @ParameterizedTest
    @MethodSource("com.mailup.keycloak.testbed.Repository#languages")
    void a_week_and_a_day_before_the_end_and_at_the_end_there_is_a_mail(String language) {
        Person person = onTrial(language);

        server.travel(TRIAL.minusDays(7).plusMinutes(1));
        assertThat(mailbox.await(person.email()).subject()).isEqualTo(subject("Week", language));
        assertThat(mailbox.of(person.email()).get(0).text())
                .contains(date(person, Locale.forLanguageTag(language)))
                .contains(person.username());
        server.travel(TRIAL.minusDays(1).plusMinutes(1));
        assertThat(mailbox.await(person.email(), 2).get(0).subject()).isEqualTo(subject("Day", language));
        server.travel(TRIAL.plusMinutes(1));
        assertThat(mailbox.await(person.email(), 3).get(0).subject()).isEqualTo(subject("Ended", language));

        Await.until("the plan has expired", () -> "expired".equals(admin.attribute(person, "plan")));
        assertThat(admin.attribute(person, "planEnded")).isEqualTo("trial");
        assertThat(mailbox.of(person.email())).hasSize(3);
    }

    @Test
    void a_milestone_that_lasts_for_days_has_one_mail() {
        Person person = onTrial("it");
        server.travel(TRIAL.minusDays(7).plusMinutes(1));
        mailbox.await(person.email());
        Person other = admin.create(Person.any().withPlan("trial", end(person).plus(Duration.ofDays(2))));

        server.travel(TRIAL.minusDays(5).plusMinutes(1));

        mailbox.await(other.email());
        assertThat(mailbox.of(person.email())).hasSize(1);
    }

    /** A link would have died long before; and only what has left is noted at the account. */
    @Test
    void a_mail_server_that_refuses_it_for_hours_delays_it() throws Exception {
        Person person = onTrial("it");
        Duration week = TRIAL.minusDays(7);
        try (SmtpSink smtp = new SmtpSink(
                        command -> command.equals("RCPT TO:<" + person.email() + ">") ? "451 not now" : null);
                AutoCloseable changed = admin.changedMailServer(smtp.port())) {
            server.travel(week.plusMinutes(1));
            assertThat(smtp.awaitRefused()).isEqualTo(person.email());
            assertThat(admin.attribute(person, "planReminded")).isNull();
        }

        server.travel(week.plusHours(5));

        assertThat(mailbox.await(person.email()).subject()).endsWith("sta per scadere");
        Await.until("it is noted", () -> admin.attribute(person, "planReminded") != null);
        // Those of other tests' people would be due in three weeks.
        mails.awaitEmpty();
        assertThat(mailbox.of(person.email())).hasSize(1);
    }

    @Test
    void a_person_who_gets_a_longer_trial_is_reminded_of_its_new_end() {
        Person person = onTrial("it");
        server.travel(TRIAL.minusDays(7).plusMinutes(1));
        mailbox.await(person.email());

        change(person, "planEndsAt", end(person).plus(TRIAL).toString());
        server.travel(TRIAL.plusDays(1));
        server.travel(TRIAL.plus(TRIAL).minusDays(6));

        assertThat(mailbox.await(person.email(), 2).get(0).subject()).endsWith("sta per scadere");
    }

    @Test
    void a_person_who_buys_is_reminded_no_more() {
        Person person = onTrial("it");
        Person other = onTrial("it");
        change(person, "plan", "active");

        server.travel(TRIAL.minusDays(7).plusMinutes(1));
        mailbox.await(other.email());

        assertThat(mailbox.of(person.email())).isEmpty();
    }

    private void change(Person person, String attribute, String value) {
        admin.change(person.username(), account -> account.singleAttribute(attribute, value));
    }

    @Test
    void a_trial_that_nobody_confirms_is_deleted_and_told_nothing(
            RelyingParty platform, Visitor visitor, Applicant applicant) {
        visitor.openRegistration(platform);
        visitor.submit(applicant.fields());
        mailbox.await(applicant.email());
        assertThat(admin.usersOf(applicant.email())).hasSize(1);

        server.travel(Duration.ofDays(2).plusHours(1));

        Await.until(
                "the account is gone", () -> admin.usersOf(applicant.email()).isEmpty());
        assertThat(mailbox.of(applicant.email())).hasSize(1);
    }
}
