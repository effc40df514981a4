package com.mailup.keycloak.trialregistration;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.login.LoginPage;
import com.mailup.keycloak.screens.ErrorPage;
import com.mailup.keycloak.screens.InfoPage;
import com.mailup.keycloak.screens.LoginUpdatePasswordPage;
import com.mailup.keycloak.screens.PlatformPage;
import com.mailup.keycloak.screens.RegisterPage;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.AtOnce;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.Browser;
import com.mailup.keycloak.testbed.Change;
import com.mailup.keycloak.testbed.Journey;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mail;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.QueueAdmin;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Texts;
import com.mailup.keycloak.testbed.Visitor;
import com.mailup.keycloak.trialusername.TrialUsernamePage;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

@Tag("journey")
@ExtendWith(TestBed.class)
record TrialRegistrationIT(
        Applicant applicant, AdminApi admin, Mailbox mailbox, QueueAdmin mails, RelyingParty platform) {

    /** -Dtrial.registrations=10000 asks as often as the case has it. */
    private static final int REGISTRATIONS = Integer.getInteger("trial.registrations", 1_000);

    private RegisterPage form(Browser browser) {
        return new RegisterPage(browser.open(platform.registrationUrl()));
    }

    private Reply ask(Map<String, String> fields) {
        Visitor visitor = new Visitor();
        visitor.openRegistration(platform);
        return visitor.submit(fields);
    }

    private static String linkOf(Mail mail) {
        return mail.links().stream()
                .filter(link -> link.contains("action-token"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No link in: " + mail.text()));
    }

    private UserRepresentation account() {
        return account(applicant);
    }

    /** A mail is there a moment before its transaction has ended. */
    private UserRepresentation account(Applicant whose) {
        Await.until("there is an account", () -> !admin.usersOf(whose.email()).isEmpty());
        assertThat(admin.usersOf(whose.email())).hasSize(1);
        return admin.usersOf(whose.email()).get(0);
    }

    private static String attribute(UserRepresentation account, String name) {
        return Objects.requireNonNullElse(account.firstAttribute(name), "");
    }

    private static String text(String type, String language, String key) {
        return new Texts(type, language).format(key, "MailUp");
    }

    /** From the link to the platform; the user name that was shown. */
    private String confirm(Browser browser, Mail mail) {
        browser.open(linkOf(mail));
        new LoginUpdatePasswordPage(browser.tab()).choose(Person.PASSWORD);
        TrialUsernamePage page = new TrialUsernamePage(browser.tab());
        String name = page.username();
        page.goOn();
        return name;
    }

    /** What somebody gets who has filled in the form. */
    private Mail invitation(Browser browser) {
        form(browser).fill(applicant.email()).send();
        return mailbox.await(applicant.email());
    }

    private void awaitMails(int count) {
        assertThat(mails.sentTo(applicant.email())).hasSize(count);
    }

    @Nested
    class given_a_new_address {

        @Journey
        void the_way_leads_over_mail_password_and_user_name_into_the_platform(Browser browser) {
            form(browser).fill(" " + applicant.email() + " ").send();
            new TrialRegistrationPage(browser.tab());

            String name = confirm(browser, mailbox.await(applicant.email()));

            assertThat(name).matches("m[0-9]{6,}");
            assertThat(new PlatformPage(browser.tab()).username()).isEqualTo(name);
            assertThat(mailbox.await(applicant.email(), 2).get(0).text()).contains(name);
            assertThat(platform.tokens().claims().path("plan").asText()).isEqualTo("trial");
        }

        @ParameterizedTest
        @MethodSource("com.mailup.keycloak.testbed.Repository#languages")
        void every_language_has_the_whole_way(String language, Browser browser) {
            Browser reader = browser.inLanguage(language);
            RegisterPage form = form(reader);
            assertThat(form.chosenLanguage()).isEqualTo(language);
            form.fill(applicant.email()).send();
            assertThat(new TrialRegistrationPage(reader.tab()).heading())
                    .isEqualTo(text("login", language, "trialRegistrationSentTitle"));

            Mail invitation = mailbox.await(applicant.email());
            assertThat(invitation.subject()).isEqualTo(text("email", language, "trialRegistrationSubject"));
            reader.open(linkOf(invitation));
            LoginUpdatePasswordPage first = new LoginUpdatePasswordPage(reader.tab());
            assertThat(first.heading()).isEqualTo(text("login", language, "firstPasswordTitle"));
            first.choose(Person.PASSWORD);

            TrialUsernamePage page = new TrialUsernamePage(reader.tab());
            String name = page.username();
            assertThat(page.heading()).isEqualTo(text("login", language, "trialUsernameTitle"));
            assertThat(mailbox.await(applicant.email(), 2).get(0).subject())
                    .isEqualTo(text("email", language, "trialUsernameSubject"));
            page.goOn();
            new PlatformPage(reader.tab());

            reader.open(platform.home() + "logout");
            new LoginPage(reader.open(platform.loginUrl() + "?landing=plan")).signIn(name, Person.PASSWORD);
            assertThat(new PlatformPage(reader.tab()).text()).contains("/acquisto");
        }

        @Test
        void the_chosen_language_is_that_of_the_mails(Browser browser) {
            form(browser).fill(applicant.email()).language("es").send();

            assertThat(mailbox.await(applicant.email()).subject()).isEqualTo("Tu prueba de MailUp");
        }

        @Test
        void the_account_is_on_trial_for_thirty_days_from_its_confirmation(Browser browser) {
            confirm(browser, invitation(browser));

            UserRepresentation account = account();
            assertThat(attribute(account, "plan")).isEqualTo("trial");
            assertThat(Instant.parse(attribute(account, "planEndsAt")))
                    .isCloseTo(Instant.now().plus(Duration.ofDays(30)), within(Duration.ofMinutes(1)));
            assertThat(Instant.parse(attribute(account, "consentedAt")))
                    .isCloseTo(Instant.now(), within(Duration.ofMinutes(1)));
            assertThat(attribute(account, "company")).isEqualTo("Prova S.r.l.");
            assertThat(attribute(account, "trialPending")).isEmpty();
            assertThat(account.isEmailVerified()).isTrue();
        }

        private org.assertj.core.data.TemporalUnitOffset within(Duration duration) {
            return new org.assertj.core.data.TemporalUnitWithinOffset(duration.toSeconds(), ChronoUnit.SECONDS);
        }

        @Test
        void another_browser_asks_before_it_follows_the_link_and_ends_at_home(Browser browser) {
            Browser other = browser.another();

            other.open(linkOf(invitation(browser)));
            assertThat(account().isEmailVerified()).isFalse();
            new InfoPage(other.tab()).proceed();
            new LoginUpdatePasswordPage(other.tab()).choose(Person.PASSWORD);
            new TrialUsernamePage(other.tab()).goOn();

            assertThat(other.tab().url()).startsWith(platform.home() + "?session_state=");
            assertThat(new PlatformPage(other.open(platform.loginUrl())).username())
                    .isEqualTo(account().getUsername());
        }

        @Test
        void machines_that_open_links_confirm_nothing(Browser browser) {
            String link = linkOf(invitation(browser));
            for (int i = 0; i < 3; i++) {
                new Visitor().open(link);
            }

            assertThat(account().isEmailVerified()).isFalse();
            assertThat(confirm(browser, mailbox.await(applicant.email()))).isNotEmpty();
        }

        @Test
        void the_link_works_until_a_password_is_set_and_not_after(Browser browser) {
            Mail mail = invitation(browser);
            browser.open(linkOf(mail));
            new LoginUpdatePasswordPage(browser.tab());

            confirm(browser, mail);

            new ErrorPage(browser.another().open(linkOf(mail)));
        }

        @Test
        void of_two_browsers_with_one_link_the_first_password_stays(Browser browser) {
            Mail mail = invitation(browser);
            Browser other = browser.another();
            other.open(linkOf(mail));
            new InfoPage(other.tab()).proceed();
            LoginUpdatePasswordPage late = new LoginUpdatePasswordPage(other.tab());
            String name = confirm(browser, mail);

            late.choose("la-parola-di-un-altro-42");

            new ErrorPage(other.tab());
            Browser owner = browser.another();
            LoginPage.open(owner, platform).signIn(name, Person.PASSWORD);
            new PlatformPage(owner.tab());
        }

        @Test
        void a_second_mail_can_be_had_and_the_data_changed(Browser browser) {
            Applicant right = Applicant.any();
            form(browser).fill(applicant.email()).send();
            TrialRegistrationPage sent = new TrialRegistrationPage(browser.tab());
            assertThat(sent.text()).contains(applicant.email());
            sent = sent.sendAgain();
            assertThat(sent.message()).startsWith("Abbiamo preso nota");
            mailbox.await(applicant.email(), 2);
            account();

            sent.change().fill(right.email()).send();

            assertThat(new TrialRegistrationPage(browser.tab()).text()).contains(right.email());
            mailbox.await(right.email());
        }

        @Test
        void the_first_page_already_says_how_many_mails_there_are_in_which_time(Browser browser) {
            form(browser).fill(applicant.email()).send();

            TrialRegistrationPage sent = new TrialRegistrationPage(browser.tab());
            assertThat(sent.text()).containsOnlyOnce("3 ogni 15 minuti");
            assertThat(sent.sendAgain().text()).containsOnlyOnce("3 ogni 15 minuti");
        }

        @Test
        void a_refresh_sends_no_second_mail(Browser browser) {
            form(browser).fill(applicant.email()).send();
            new TrialRegistrationPage(browser.tab());
            browser.tab().reload();

            assertThat(new TrialRegistrationPage(browser.tab()).text()).contains(applicant.email());
            awaitMails(1);
        }

        @Test
        @Tag("A113")
        void nobody_can_use_it_before_the_address_is_confirmed(Browser browser, Visitor visitor) {
            invitation(browser);
            String name = account().getUsername();

            LoginPage login = LoginPage.open(browser, platform);
            login.signIn(name, Person.PASSWORD);
            assertThat(new LoginPage(browser.tab()).errorOf("username")).isNotEmpty();
            visitor.reset(platform, name, applicant.email());
            visitor.recover(platform, applicant.email());
            awaitMails(1);
        }

        private Person busy() {
            return admin.create(Person.any().withRequiredActions("UPDATE_PASSWORD"));
        }

        @Test
        void a_link_in_the_middle_of_the_same_login_by_somebody_else_ends_it(Browser browser) {
            String link = linkOf(invitation(browser));
            new TrialRegistrationPage(browser.tab()).backToLogin().signIn(busy());
            new LoginUpdatePasswordPage(browser.tab());

            assertThat(new ErrorPage(browser.open(link)).text()).contains("nel mezzo di un altro accesso");

            assertThat(account().isEmailVerified()).isFalse();
            LoginPage.open(browser, platform);
        }

        @Test
        void a_link_in_the_middle_of_another_login_ends_that_and_asks_first(Browser browser) {
            String link = linkOf(invitation(browser));
            Browser other = browser.another();
            LoginPage.open(other, platform).signIn(busy());
            new LoginUpdatePasswordPage(other.tab());

            new InfoPage(other.open(link));

            assertThat(account().isEmailVerified()).isFalse();
            LoginPage.open(other, platform);
        }
    }

    static Stream<Arguments> hostileFields() {
        List<String> values = List.of(
                "\u0000",
                "a\r\nBcc: x@example.com",
                "x".repeat(100_000),
                "\ud800",
                "\u202e\u200b",
                "${7*7}<#assign x=1>{0}'",
                "<script>alert(1)</script>",
                "'; drop table user_entity; --");
        return Stream.of("firstName", "company", "email", "locale", "terms")
                .flatMap(field -> values.stream().map(value -> Arguments.of(field, value)));
    }

    @Nested
    class given_a_form_that_cannot_be_used {

        @Test
        void every_complaint_is_at_its_field_and_nothing_is_lost(Browser browser) {
            RegisterPage form = form(browser);
            assertThat(form.asksFor("username")).isFalse();
            assertThat(form.asksFor("plan")).isFalse();
            assertThat(form.asksFor("password")).isFalse();
            form.consent("terms").send();

            form = new RegisterPage(browser.tab());
            assertThat(form.errorOf("firstName")).isNotEmpty();
            assertThat(form.errorOf("lastName")).isNotEmpty();
            assertThat(form.errorOf("email")).isNotEmpty();
            assertThat(form.errorOf("company")).isEmpty();
            assertThat(form.errorOf("terms")).isEmpty();
            assertThat(form.errorOf("privacy")).startsWith("Per continuare devi acconsentire");
            assertThat(form.isTicked("terms")).isTrue();

            form.fill("no address").language("en").send();
            form = new RegisterPage(browser.tab());
            assertThat(form.errorOf("email")).isNotEmpty();
            assertThat(form.value("company")).isEqualTo("Prova S.r.l.");
            assertThat(form.chosenLanguage()).isEqualTo("en");
        }

        @Test
        @Tag("A16")
        @Tag("A112")
        void what_nobody_may_choose_is_ignored() {
            Map<String, String> fields = applicant.with("username", "root");
            fields.putAll(Map.of(
                    "plan", "active",
                    "planEndsAt", "2099-12-31T23:59:59Z",
                    "trialEnd", "2099-12-31",
                    "emailVerified", "true",
                    "trialPending", "",
                    "user.attributes.plan", "active"));

            assertThat(ask(fields).pageId()).isEqualTo("login-trial-registration");

            mailbox.await(applicant.email());
            UserRepresentation account = account();
            assertThat(account.getUsername()).matches("m[0-9]{6,}");
            assertThat(attribute(account, "plan")).isEqualTo("trial");
            assertThat(attribute(account, "planEndsAt")).doesNotStartWith("2099");
            assertThat(account.isEmailVerified()).isFalse();
            assertThat(account.getAttributes()).doesNotContainKey("trialEnd");
        }

        @ParameterizedTest
        @MethodSource("com.mailup.keycloak.trialregistration.TrialRegistrationIT#hostileFields")
        void hostile_values_are_refused_at_their_field_or_taken_as_text(String field, String value) {
            Reply page = ask(applicant.with(field, value));

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.pageId()).isIn("login-register", "login-trial-registration");
            assertThat(page.body()).doesNotContain("<script>alert");
            if (page.pageId().equals("login-trial-registration") && !field.equals("email")) {
                assertThat(mailbox.await(applicant.email()).html()).doesNotContain("<script>alert");
                account();
            }
        }

        @Test
        void a_field_that_is_missing_or_repeated_or_of_another_sort_is_no_failure() {
            for (String field : List.of("firstName", "lastName", "email", "locale", "terms")) {
                Map<String, String> fields = applicant.fields();
                fields.remove(field);
                fields.put(field + "[]", "x");
                assertThat(ask(fields).status()).as(field).isEqualTo(200);
            }
            assertThat(ask(Map.of()).pageId()).isEqualTo("login-register");
        }

        @Test
        void names_cannot_speak_to_a_strangers_mailbox() {
            ask(applicant.with("firstName", "Vinci su www.example.org"));

            Mail mail = mailbox.await(applicant.email());
            assertThat(mail.text() + mail.html()).doesNotContain("Vinci");
        }
    }

    @Nested
    class given_an_address_that_has_accounts {

        private Person owner(String plan, Instant end) {
            return admin.create(
                    Person.any().withEmail(applicant.email()).withPlan(plan, end.truncatedTo(ChronoUnit.SECONDS)));
        }

        private Instant inDays(int days) {
            return Instant.now().plus(Duration.ofDays(days));
        }

        @Test
        void a_running_trial_is_named_and_no_other_is_offered() {
            Person owner = owner("trial", inDays(3));
            ask(applicant.fields());

            Mail mail = mailbox.await(applicant.email());
            assertThat(mail.text()).contains(owner.username()).contains("in prova, fino al");
            assertThat(mail.links()).noneMatch(link -> link.contains("action-token"));
            assertThat(admin.usersOf(applicant.email())).hasSize(1);
        }

        @Test
        void a_person_who_has_no_running_trial_may_take_one(Browser browser) {
            Person owner = owner("trial", inDays(-3));
            Person payer = owner("active", inDays(3));
            Mail mail = invitation(browser);
            assertThat(mail.text())
                    .contains(owner.username())
                    .contains("piano scaduto, dal")
                    .contains(payer.username())
                    .contains("piano attivo, fino al");
            assertThat(confirm(browser, mail)).isNotIn(owner.username(), payer.username());
        }

        @Test
        void a_second_trial_that_was_asked_for_meanwhile_cannot_be_confirmed(Browser browser) {
            Browser other = browser.another();
            Mail first = invitation(browser);
            form(other).fill(applicant.email()).send();
            Mail second = mailbox.await(applicant.email(), 2).get(0);
            confirm(browser, first);

            other.open(linkOf(second));

            assertThat(new ErrorPage(other.tab()).text()).contains("è già attiva una prova");
        }

        @Test
        void more_trials_at_the_same_time_are_a_setting(Browser browser) throws Exception {
            owner("trial", inDays(3));
            try (AutoCloseable two = admin.changedStep("mailup registration", "trialsPerAddress", "2")) {
                confirm(browser, invitation(browser));
            }
        }
    }

    @Nested
    class given_many_who_ask {

        /** What waits for its turn would come into the mailbox of a later test. */
        @AfterEach
        void nothing_waits_for_its_turn(KeycloakServer server) {
            server.travel(Duration.ofHours(13));
            Await.until("nothing waits for its turn", () -> mails.count("limited") == 0);
        }

        @Test
        @Tag("A110")
        void one_computer_and_one_mailbox_have_their_limits() {
            assertThat(AtOnce.of(16, REGISTRATIONS, i -> askFromOneComputer()))
                    .containsOnly("login-trial-registration");
            mails.awaitEmpty();
            // So many in any minute, and the callers may take a little longer than one.
            assertThat(mailbox.all().stream().filter(mail -> mail.subject().equals("La tua prova MailUp")))
                    .hasSizeBetween(20, 20 * (1 + REGISTRATIONS / 1_000));

            for (int i = 0; i < 5; i++) {
                ask(applicant.fields());
            }
            awaitMails(3);
        }

        @Test
        @Tag("S11")
        void the_realm_has_a_cap_and_the_next_wait_for_their_turn(KeycloakServer server) {
            Applicant next = Applicant.any();
            String step = "mailup-trial-registration";
            try (Change one = admin.changedStep("mailup registration", step, "trials", "1");
                    Change fiveHours = admin.changedStep("mailup registration", step, "trialMinutes", "300")) {
                ask(applicant.fields());
                mails.awaitEmpty();
                ask(next.fields());
                assertThat(mails.sentTo(next.email())).isEmpty();
            }

            server.travel(Duration.ofHours(2));
            assertThat(mails.sentTo(next.email())).isEmpty();
            server.travel(Duration.ofHours(11));
            mailbox.await(next.email());
        }

        /** On every database: no attempt depends on what another transaction of its job sees. */
        @Test
        void each_of_eight_at_the_same_moment_has_one_mail_by_the_first_attempt(KeycloakServer server) {
            List<Applicant> all = Stream.generate(Applicant::any).limit(8).toList();
            double before = deferred(server);

            AtOnce.of(all.size(), i -> {
                Visitor visitor = new Visitor();
                visitor.openRegistration(platform);
                return visitor.submit(all.get(i).fields());
            });

            mails.awaitEmpty();
            assertThat(all).allMatch(one -> mailbox.of(one.email()).size() == 1);
            assertThat(deferred(server)).isEqualTo(before);
        }

        private double deferred(KeycloakServer server) {
            return server.metric("mailup_mail_total", "kind=\"mailup-trial-registration\",outcome=\"deferred\"");
        }

        private String askFromOneComputer() {
            Visitor visitor = new Visitor().from("10.99.0.1");
            visitor.openRegistration(platform);
            return visitor.submit(Applicant.any().fields()).pageId();
        }

        @Test
        void no_name_follows_another() {
            Set<Integer> numbers = new TreeSet<>();
            for (int i = 0; i < 5; i++) {
                Applicant one = Applicant.any();
                ask(one.fields());
                mailbox.await(one.email());
                numbers.add(Integer.parseInt(account(one).getUsername().substring(1)));
            }

            List<Integer> sorted = List.copyOf(numbers);
            assertThat(sorted).hasSize(5).allMatch(number -> number >= 100_000);
            for (int i = 1; i < sorted.size(); i++) {
                assertThat(sorted.get(i) - sorted.get(i - 1)).isGreaterThan(1);
            }
        }
    }

    @Nested
    class given_a_trial_that_ends {

        private String begin(Browser browser) {
            String name = confirm(browser, invitation(browser));
            new PlatformPage(browser.tab());
            return name;
        }

        /** What a login at that moment is told: a visitor is quicker than a browser. */
        private String planAt(Instant moment, KeycloakServer server, String name) {
            server.travel(Duration.between(Instant.now(), moment));
            Visitor later = new Visitor();
            later.open(platform.loginUrl() + "?landing=plan");
            Reply page = later.submit(Map.of("username", name, "password", Person.PASSWORD));
            assertThat(page.uri().toString()).startsWith(platform.home());
            return platform.tokens().claims().path("plan").asText();
        }

        private Instant end() {
            return Instant.parse(attribute(account(), "planEndsAt"));
        }

        @Test
        @Tag("A114")
        void shortly_before_its_end_it_is_a_trial(Browser browser, KeycloakServer server) {
            String name = begin(browser);

            // The server's clock runs on during the login, which takes seconds on a busy machine.
            assertThat(planAt(end().minusSeconds(30), server, name)).isEqualTo("trial");
        }

        @Test
        @Tag("A114")
        void a_second_after_its_end_it_has_expired(Browser browser, KeycloakServer server) {
            String name = begin(browser);

            // Time travels in whole seconds.
            assertThat(planAt(end().plusSeconds(2), server, name)).isEqualTo("expired");
        }
    }

    @Test
    void keycloaks_captcha_stands_in_the_same_form() {
        String form = "mailup registration form";
        AuthenticationManagementResource flows = admin.realm().flows();
        flows.addExecution(form, Map.of("provider", "registration-recaptcha-action"));
        AuthenticationExecutionInfoRepresentation captcha = admin.step(form, "registration-recaptcha-action");
        try {
            captcha.setRequirement("REQUIRED");
            flows.updateExecutions(form, captcha);
            AuthenticatorConfigRepresentation keys = new AuthenticatorConfigRepresentation();
            keys.setAlias("captcha of a test");
            keys.setConfig(Map.of("site.key", "a-site-key", "secret.key", "a-secret"));
            AdminApi.created(flows.newExecutionConfig(captcha.getId(), keys));
            Visitor visitor = new Visitor();
            assertThat(visitor.openRegistration(platform).body()).contains("g-recaptcha", "a-site-key");

            Reply page = visitor.submit(applicant.fields());

            assertThat(page.pageId()).isEqualTo("login-register");
            assertThat(page.message()).startsWith("La verifica anti-robot non è riuscita");
        } finally {
            flows.removeExecution(captcha.getId());
        }
        assertThat(ask(applicant.fields()).pageId()).isEqualTo("login-trial-registration");
    }

    @Test
    void settings_that_cannot_be_used_are_refused() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> admin.changedStep("mailup registration", "trialDays", "0")))
                .hasMessageContaining("400")
                .hasMessageContaining("not a whole number from 1 to 9999");
    }
}
