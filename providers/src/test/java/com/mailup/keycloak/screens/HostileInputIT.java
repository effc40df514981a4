package com.mailup.keycloak.screens;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.AtOnce;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mail;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.QueueAdmin;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.UserRepresentation;

/** Whatever is typed, or sent by hand: a page that says what to do, no failure of the server, no mail that nobody asked for. */
@ExtendWith(TestBed.class)
@Tag("release")
record HostileInputIT(
        AdminApi admin,
        Mailbox mailbox,
        QueueAdmin mails,
        RelyingParty platform,
        KeycloakServer server,
        Person person,
        Visitor visitor) {

    private static final String SENT_NAMES = "Se l'indirizzo è associato";
    private static final String SENT_LINK = "Se nome utente ed email appartengono";
    private static final Pattern STACK_TRACE = Pattern.compile("(?m)^\\s+at [\\w.$/]+\\(");
    private static final String FORM = "application/x-www-form-urlencoded";

    private static int logged;

    @BeforeEach
    void nothing_is_under_way() {
        visitor.header("Accept", "text/html");
        logged = server.log().length();
        mails.awaitEmpty();
        mailbox.clear();
    }

    @AfterEach
    void nothing_failed_in_the_log() {
        assertThat(server.log().substring(logged)).doesNotContainPattern(STACK_TRACE);
    }

    /** Neither the page nor its head says more than that a request was refused. */
    private static Reply calm(Reply reply) {
        assertThat(reply.status()).isLessThan(500);
        assertThat(reply.body()).doesNotContainPattern(STACK_TRACE).doesNotContain("Exception");
        return reply;
    }

    private Reply submit(PublicForm publicForm, Map<String, String> fields) {
        publicForm.open(visitor, platform);
        return calm(visitor.submit(fields));
    }

    private Reply send(PublicForm publicForm, String type, String body) {
        Reply page = publicForm.open(visitor, platform);
        return calm(visitor.send(HttpRequest.newBuilder(page.action())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8))));
    }

    /** The same page again, with a sentence over the form or at a field. */
    private static void assertAskedAgain(PublicForm publicForm, Reply reply) {
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.pageId()).isEqualTo(publicForm.pageId);
        assertThat(reply.body()).containsPattern("class=\"err\"|class=\"alert error");
    }

    /** Somebody else's browser. */
    private static Visitor reader() {
        return new Visitor().header("Accept", "text/html");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String valueFor(String field) {
        return switch (field) {
            case "username" -> person.username();
            case "email" -> person.email();
            default -> "not-the-password";
        };
    }

    @Nested
    class given_characters_that_nobody_types {

        @ParameterizedTest
        @EnumSource
        @Tag("A80")
        void a_zero_byte_is_refused(PublicForm publicForm) {
            assertAskedAgain(publicForm, submit(publicForm, publicForm.filledWith(field -> valueFor(field) + "\0x")));
            mails.assertNoMail();
        }

        @ParameterizedTest
        @EnumSource
        @Tag("A81")
        void a_line_break_with_a_header_behind_it_is_refused(PublicForm publicForm) {
            String header = "\r\nBcc: evil@example.com";

            assertAskedAgain(publicForm, submit(publicForm, publicForm.filledWith(field -> valueFor(field) + header)));
            mails.assertNoMail();
        }

        @Test
        @Tag("A81")
        void a_line_break_at_the_end_is_a_blank_and_reaches_no_header() {
            Map<String, String> fields =
                    Map.of("username", person.username() + "\r\n", "email", "\r\n" + person.email() + "\r\n");

            assertThat(submit(PublicForm.PASSWORD_RESET, fields).message()).startsWith(SENT_LINK);
            Mail mail = mailbox.await(person.email());
            assertThat(mailbox.all()).hasSize(1);
            assertThat(mail.headers()).containsEntry("To", person.email()).doesNotContainKeys("Bcc", "Cc");
        }

        @ParameterizedTest
        @EnumSource
        @Tag("A82")
        void a_hundred_thousand_characters_are_refused_and_not_sent_back(PublicForm publicForm) {
            Reply reply = submit(publicForm, publicForm.filledWith(field -> "x".repeat(100_000)));

            assertAskedAgain(publicForm, reply);
            assertThat(reply.body()).hasSizeLessThan(20_000);
            mails.assertNoMail();
        }

        @ParameterizedTest
        @ValueSource(strings = {"%ff", "%c3%28", "%ed%a0%80", "%f0%9f", "%c0%80"})
        @Tag("A90")
        void bytes_that_are_no_characters_match_nobody(String bytes) {
            for (PublicForm publicForm : PublicForm.values()) {
                String body = publicForm.fields.stream()
                        .map(field -> field + "=" + bytes + encoded(valueFor(field)))
                        .collect(Collectors.joining("&"));

                assertThat(send(publicForm, FORM, body).pageId()).startsWith("login-");
            }
            mails.assertNoMail();
        }

        @ParameterizedTest
        @ValueSource(strings = {"\u202e", "\u200b", "\ufeff", "\u00ad", "\ud83d\ude00", "\u0430"})
        @Tag("A91")
        void what_cannot_be_seen_makes_another_name(String unseen) {
            for (PublicForm publicForm : PublicForm.values()) {
                assertThat(submit(publicForm, publicForm.filledWith(field -> unseen + valueFor(field)))
                                .pageId())
                        .startsWith("login-");
            }
            mails.assertNoMail();
        }

        @Test
        @Tag("A92")
        void a_letter_that_only_looks_the_same_makes_another_address() {
            String homoglyph = person.email().replace('a', '\u0430').replace('e', '\u0435');

            assertThat(submit(PublicForm.USERNAME_RECOVERY, Map.of("email", homoglyph))
                            .message())
                    .startsWith(SENT_NAMES);
            submit(PublicForm.PASSWORD_RESET, Map.of("username", person.username(), "email", homoglyph));
            mails.assertNoMail();
        }

        @Test
        @Tag("A93")
        void a_kelvin_sign_is_a_k_and_the_mail_goes_to_the_address_on_record_only() {
            Person kevin = admin.create(Person.named("k" + UUID.randomUUID()));

            submit(PublicForm.USERNAME_RECOVERY, Map.of("email", kevin.email().replaceFirst("k", "\u212a")));

            assertThat(mailbox.await(kevin.email()).text()).contains(kevin.username());
            assertThat(mailbox.all()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"bücher", "xn--bcher-kva"})
        @Tag("A95")
        void a_domain_with_an_umlaut_gets_its_mail_in_either_form(String domain) {
            String email = "ufficio@" + domain + "." + UUID.randomUUID() + ".example.com";
            admin.create(Person.any().withEmail(email));

            submit(PublicForm.USERNAME_RECOVERY, Map.of("email", email));

            mailbox.await(email.replace("bücher", "xn--bcher-kva"));
            assertThat(mailbox.all()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "\"a b\"@example.com",
                    "\"a@b\"@example.com",
                    "\"\\\"\"@example.com",
                    "nobody@[127.0.0.1]",
                    "nobody@[IPv6:::1]",
                    "a@b@example.com",
                    "nobody@localhost",
                    "<nobody@example.com>",
                    "Nobody <nobody@example.com>",
                    "nobody@example.com,someone@example.com",
                    "-oQ/tmp@example.com"
                })
        @Tag("A96")
        void an_address_of_an_unusual_kind_is_an_address_or_is_named(String email) {
            Reply reply = submit(PublicForm.USERNAME_RECOVERY, Map.of("email", email));

            assertThat(reply.message() + reply.body()).containsAnyOf(SENT_NAMES, "non è valido");
            mails.assertNoMail();
        }

        @Test
        @Tag("A108")
        void percent_and_underscore_are_letters_like_others() {
            submit(PublicForm.USERNAME_RECOVERY, Map.of("email", "%@example.com"));
            submit(PublicForm.USERNAME_RECOVERY, Map.of("email", person.email().replaceFirst("-", "_")));
            submit(PublicForm.PASSWORD_RESET, Map.of("username", "%", "email", person.email()));

            mails.assertNoMail();
        }
    }

    @Nested
    class given_text_that_means_something_to_a_machine {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "' OR '1'='1' --",
                    "*)(uid=*))(|(uid=*",
                    "${1234*4321}",
                    "#{1234*4321}",
                    "<#assign x=1234*4321>${x}",
                    "{0}",
                    "'{'",
                    "{",
                    "<script>alert(1)</script>",
                    "\"><img src=x onerror=alert(1)>",
                    "$(id)",
                    "../../etc/passwd"
                })
        @Tag("A97")
        void it_is_text(String text) {
            for (PublicForm publicForm : PublicForm.values()) {
                Reply reply = submit(publicForm, publicForm.filledWith(field -> text));

                assertAskedAgain(publicForm, reply);
                assertThat(reply.body())
                        .doesNotContain("5332114", "5.332.114", "5,332,114", "<script>alert", "<img src=x");
            }
            mails.assertNoMail();
        }

        @Test
        @Tag("A98")
        void markup_in_a_name_is_shown_as_text_in_mail_and_page() {
            String markup = "<img src=x onerror=alert(1)>" + UUID.randomUUID();
            String email = UUID.randomUUID() + "@example.com";
            imported(markup, email);

            submit(PublicForm.USERNAME_RECOVERY, Map.of("email", email));
            Mail names = mailbox.await(email);
            submit(PublicForm.PASSWORD_RESET, Map.of("username", markup, "email", email));
            Mail link = mailbox.await(email, 2).get(0);
            Reply wrong = submit(PublicForm.LOGIN, Map.of("username", markup, "password", "wrong"));
            Reply newPassword = reader().open(link.link());

            assertThat(List.of(names.html(), link.html(), wrong.body()))
                    .allSatisfy(
                            html -> assertThat(html).contains("&lt;img src=x").doesNotContain("<img src=x"));
            assertThat(newPassword.pageId()).isEqualTo("login-login-update-password");
            assertThat(newPassword.body()).doesNotContain("<img src=x");
            assertThat(names.text()).contains(markup);
        }

        /** Accounts from elsewhere do not pass Keycloak's own check of names. */
        private void imported(String username, String email) {
            UserRepresentation user =
                    Person.named(username).withEmail(email).withPassword(null).representation();
            user.setFirstName("<b>Mario</b>");
            user.setLastName("<b>Rossi</b>");
            admin.importPeople(List.of(user));
        }
    }

    @Nested
    class given_a_form_that_no_page_has {

        @ParameterizedTest
        @EnumSource
        @Tag("A83")
        void fields_that_are_missing_are_asked_for(PublicForm publicForm) {
            assertAskedAgain(publicForm, send(publicForm, FORM, ""));
            mails.assertNoMail();
        }

        @Test
        @Tag("A84")
        void of_a_repeated_field_the_first_counts() {
            String body = "email=" + encoded(person.email()) + "&email=carlo.verdi%40example.com";

            assertThat(send(PublicForm.USERNAME_RECOVERY, FORM, body).message()).startsWith(SENT_NAMES);

            mailbox.await(person.email());
            assertThat(mailbox.all()).hasSize(1);
        }

        @ParameterizedTest
        @EnumSource
        @Tag("A85")
        void fields_in_brackets_are_other_fields(PublicForm publicForm) {
            String body = publicForm.fields.stream()
                    .map(field -> field + "%5B%5D=" + encoded(valueFor(field)))
                    .collect(Collectors.joining("&"));

            assertAskedAgain(publicForm, send(publicForm, FORM, body));
            mails.assertNoMail();
        }

        @ParameterizedTest
        @EnumSource
        @Tag("A86")
        void json_is_no_form(PublicForm publicForm) {
            String body = publicForm.fields.stream()
                    .map(field -> "\"" + field + "\":\"" + valueFor(field) + "\"")
                    .collect(Collectors.joining(",", "{", "}"));

            assertAskedAgain(publicForm, send(publicForm, "application/json", body));
            mails.assertNoMail();
        }

        @ParameterizedTest
        @EnumSource
        @Tag("A87")
        void a_form_in_parts_is_no_form(PublicForm publicForm) {
            String parts = publicForm.fields.stream()
                    .map(field -> part("name=\"%s\"".formatted(field), valueFor(field)))
                    .collect(Collectors.joining());

            assertAskedAgain(publicForm, send(publicForm, "multipart/form-data; boundary=x", parts + "--x--\r\n"));
            mails.assertNoMail();
        }

        @ParameterizedTest
        @EnumSource
        @Tag("A87")
        void a_file_in_the_place_of_a_value_is_no_value(PublicForm publicForm) {
            String parts = publicForm.fields.stream()
                    .map(field -> part("name=\"%s\"; filename=\"a\"".formatted(field), valueFor(field)))
                    .collect(Collectors.joining());

            assertAskedAgain(publicForm, send(publicForm, "multipart/form-data; boundary=x", parts + "--x--\r\n"));
            mails.assertNoMail();
        }

        private String part(String name, String value) {
            return "--x\r\nContent-Disposition: form-data; " + name + "\r\n"
                    + "Content-Type: application/octet-stream\r\n\r\n" + value + "\r\n";
        }

        @ParameterizedTest
        @EnumSource
        @Tag("A88")
        void an_address_with_the_fields_in_it_shows_the_form_and_does_nothing(PublicForm publicForm) {
            Reply page = publicForm.open(visitor, platform);
            String query = publicForm.fields.stream()
                    .map(field -> "&" + field + "=" + encoded(valueFor(field)))
                    .collect(Collectors.joining());

            Reply reply = calm(visitor.open(page.action() + query));

            assertThat(reply.pageId()).isEqualTo(publicForm.pageId);
            mails.assertNoMail();
        }

        @ParameterizedTest
        @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
        @Tag("A89")
        void any_other_verb_is_not_allowed(String verb) {
            for (PublicForm publicForm : PublicForm.values()) {
                Reply page = publicForm.open(visitor, platform);
                String body = publicForm.fields.stream()
                        .map(field -> field + "=" + encoded(valueFor(field)))
                        .collect(Collectors.joining("&"));

                Reply reply = calm(visitor.send(HttpRequest.newBuilder(page.action())
                        .header("Content-Type", FORM)
                        .method(verb, BodyPublishers.ofString(body))));

                assertThat(reply.status()).isEqualTo(405);
            }
            mails.assertNoMail();
        }
    }

    @Nested
    class given_a_reset_link {

        static Stream<Arguments> hostile() {
            return Stream.of(
                            "",
                            "%00",
                            "%0d%0aBcc:%20evil@example.com",
                            "%ff",
                            "%ed%a0%80",
                            "%24%7b7*7%7d",
                            "a.b.c",
                            "x".repeat(20_000))
                    .map(Arguments::of);
        }

        private String link() {
            submit(PublicForm.PASSWORD_RESET, Map.of("username", person.username(), "email", person.email()));
            return mailbox.await(person.email()).link();
        }

        @ParameterizedTest
        @MethodSource("hostile")
        @Tag("A80")
        @Tag("A81")
        @Tag("A82")
        @Tag("A90")
        @Tag("A97")
        void one_that_was_tampered_with_leads_to_a_page_that_says_so(String value) {
            String link = link();
            for (String parameter : List.of("key", "client_id", "tab_id", "client_data")) {
                Reply reply = calm(reader().open(
                                link.replaceFirst(parameter + "=[^&]*", parameter + "=" + value.replace("$", "\\$"))));

                assertThat(reply.pageId()).as(parameter).startsWith("login-");
                if (parameter.equals("key")) {
                    assertThat(reply.pageId()).isEqualTo("login-error");
                    assertThat(reply.message()).isNotEmpty();
                }
            }
        }

        @Test
        @Tag("A83")
        @Tag("A84")
        void one_without_its_key_or_with_a_second_one_leads_to_no_new_password() {
            String link = link();
            String none = link.replaceFirst("key=[^&]*&", "");
            String second = link + "&key=a.b.c";
            String before = link.replaceFirst("key=", "key=a.b.c&key=");

            assertThat(calm(reader().open(none)).pageId()).isEqualTo("login-error");
            assertThat(calm(reader().open(before)).pageId()).isEqualTo("login-error");
            assertThat(calm(reader().open(second)).pageId()).startsWith("login-");
        }

        static Stream<Arguments> passwords() {
            return Stream.of("\0", "\r\nBcc: evil@example.com", "x", "\ud83d\ude00", "${7*7}", "x".repeat(100_000))
                    .map(Arguments::of);
        }

        @ParameterizedTest
        @MethodSource("passwords")
        @Tag("A80")
        @Tag("A82")
        @Tag("A90")
        void a_new_password_that_does_not_match_its_repetition_is_refused_whatever_it_is(
                String password, Visitor opener) {
            opener.open(link());

            Reply reply = calm(opener.submit(Map.of("password-new", password, "password-confirm", "other")));

            assertThat(reply.pageId()).isEqualTo("login-login-update-password");
            assertThat(reply.body()).contains("class=\"err\"").hasSizeLessThan(20_000);
        }

        @Test
        @Tag("A83")
        @Tag("A85")
        @Tag("A86")
        void a_new_password_that_is_missing_is_asked_for(Visitor opener) {
            Reply page = opener.open(link());
            for (String[] body : new String[][] {
                {FORM, ""},
                {FORM, "password-new%5B%5D=una-parola-43-lunga"},
                {"application/json", "{\"password-new\":\"x\"}"}
            }) {
                Reply reply = calm(opener.send(HttpRequest.newBuilder(page.action())
                        .header("Content-Type", body[0])
                        .POST(BodyPublishers.ofString(body[1]))));

                assertThat(reply.pageId()).isEqualTo("login-login-update-password");
                assertThat(reply.body()).contains("class=\"err\"");
                page = reply;
            }
        }
    }

    @Nested
    class given_a_form_that_is_sent_more_than_once {

        @RepeatedTest(3)
        @Tag("A103")
        void twenty_at_the_same_time_are_one_mail() {
            Reply page = PublicForm.USERNAME_RECOVERY.open(visitor, platform);
            String cookies = visitor.cookiesFor(page.action());
            List<Reply> replies = AtOnce.of(
                    20, i -> new Visitor().header("Cookie", cookies).resubmit(page, Map.of("email", person.email())));

            assertThat(replies)
                    .allSatisfy(reply -> assertThat(calm(reply).pageId()).startsWith("login-"));
            mails.awaitEmpty();
            assertThat(mailbox.all()).extracting(Mail::to).containsExactly(person.email());
        }

        @ParameterizedTest
        @EnumSource(names = {"USERNAME_RECOVERY", "PASSWORD_RESET"})
        @Tag("A104")
        void going_back_and_sending_it_again_is_answered_and_sends_no_second_mail(PublicForm publicForm) {
            Reply page = publicForm.open(visitor, platform);
            visitor.submit(publicForm.filledWith(HostileInputIT.this::valueFor));
            mailbox.await(person.email());
            mailbox.clear();

            Reply again = calm(visitor.resubmit(page, publicForm.filledWith(HostileInputIT.this::valueFor)));

            assertThat(again.pageId()).startsWith("login-");
            assertThat(again.message()).isNotEmpty();
            mails.assertNoMail();
        }

        @Test
        @Tag("A105")
        void ten_tabs_all_work() {
            List<Reply> tabs = IntStream.range(0, 10)
                    .mapToObj(tab -> PublicForm.USERNAME_RECOVERY.open(visitor, platform))
                    .toList();

            for (Reply tab : tabs) {
                Reply reply = calm(visitor.resubmit(tab, Map.of("email", "nobody@example.com")));
                assertThat(reply.message()).startsWith(SENT_NAMES);
            }
        }
    }

    @Nested
    class given_a_form_whose_login_is_gone {

        @ParameterizedTest
        @EnumSource
        @Tag("A106")
        void without_its_cookies_it_leads_to_a_page_with_a_way_on(PublicForm publicForm) {
            Reply page = publicForm.open(visitor, platform);

            Reply reply = calm(new Visitor().resubmit(page, publicForm.filledWith(HostileInputIT.this::valueFor)));

            assertThat(reply.pageId()).isEqualTo("login-error");
            assertThat(reply.message()).contains("cookie");
            assertThat(reply.body()).contains("href=\"" + platform.home());
            mails.assertNoMail();
        }

        @Test
        @Tag("A107")
        void after_31_minutes_a_login_leads_back_to_a_login_page_that_says_so() {
            Reply reply = sentAfter31Minutes(PublicForm.LOGIN);

            assertThat(reply.pageId()).isEqualTo("login-login");
            assertThat(reply.message()).isNotEmpty();
        }

        /** Keycloak can start a login anew that began on a login page, but not one that began outside with the recovery. */
        @ParameterizedTest
        @EnumSource(names = {"USERNAME_RECOVERY", "PASSWORD_RESET"})
        @Tag("A107")
        void after_31_minutes_a_recovery_from_outside_leads_to_a_page_with_a_way_on(PublicForm publicForm) {
            Reply reply = sentAfter31Minutes(publicForm);

            assertThat(reply.pageId()).isEqualTo("login-error");
            assertThat(reply.message()).isNotEmpty();
            assertThat(reply.body()).contains("href=\"" + platform.home());
            mails.assertNoMail();
        }

        private Reply sentAfter31Minutes(PublicForm publicForm) {
            publicForm.open(visitor, platform);
            server.travel(Duration.ofMinutes(31));
            return calm(visitor.submit(publicForm.filledWith(HostileInputIT.this::valueFor)));
        }
    }
}
