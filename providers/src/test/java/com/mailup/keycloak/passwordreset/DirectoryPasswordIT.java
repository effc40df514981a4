package com.mailup.keycloak.passwordreset;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.DirectoryRealm;
import com.mailup.keycloak.testbed.Federation;
import com.mailup.keycloak.testbed.Mail;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A new password for people of a directory: by a link that works, or a mail that says where. */
@Tag("S8")
@ExtendWith(TestBed.class)
@Tag("release")
class DirectoryPasswordIT {

    private static final String NEW_PASSWORD = "una-nuova-parola-43";
    private static final String PAGE = "https://password.example.com/change?from=mail";

    private final DirectoryRealm realm;
    private final Mailbox mailbox;

    private final Person anna = Person.named("anna-" + UUID.randomUUID());

    DirectoryPasswordIT(DirectoryRealm realm, Mailbox mailbox) {
        this.realm = realm;
        this.mailbox = mailbox;
        realm.directory().add(anna);
    }

    private static Federation writable() {
        return Federation.mode("WRITABLE").trusting(true);
    }

    static Stream<Federation> everyWritable() {
        return Stream.of(
                writable(),
                writable().checkingPasswords(true),
                writable().importing(false),
                writable().importing(false).checkingPasswords(true),
                Federation.mode("UNSYNCED").trusting(true));
    }

    private String link(int mails) {
        realm.reset(anna);
        return mailbox.await(anna.email(), mails).get(0).link();
    }

    private Reply choose(Visitor visitor, String password) {
        return visitor.submit(Map.of("password-new", password, "password-confirm", password));
    }

    private Reply signIn(Visitor visitor, String query, String password) {
        visitor.open(realm.platform().loginUrl() + query);
        return visitor.submit(Map.of("username", anna.username(), "password", password));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_cannot_change_it_here_gets_a_mail_that_says_so_and_no_link(boolean imports) {
        realm.attach(Federation.mode("READ_ONLY").importing(imports).trusting(true));

        Reply page = realm.reset(anna);

        Mail mail = mailbox.await(anna.email());
        assertThat(mail.subject()).isEqualTo("Qui non puoi cambiare la tua password");
        assertThat(mail.links()).isEmpty();
        assertThat(mail.text()).contains(anna.username(), "Chiedi agli amministratori");
        assertThat(mail.html()).contains(anna.username(), "Chiedi agli amministratori");
        Reply nobody = realm.reset(Person.any());
        assertThat(page.status()).isEqualTo(nobody.status());
        assertThat(page.message()).isEqualTo(nobody.message());
        assertThat(realm.outcomes("password-reset")).contains("sent");
    }

    @Test
    void the_mail_leads_to_the_page_that_an_administrator_has_set() throws Exception {
        realm.attach(Federation.mode("READ_ONLY").trusting(true));
        try (AutoCloseable set = realm.set("directoryPasswordPage", PAGE)) {
            realm.reset(anna);

            Mail mail = mailbox.await(anna.email());
            assertThat(mail.links()).containsOnly(PAGE);
            assertThat(mail.html()).contains(PAGE).doesNotContain("Chiedi agli amministratori");
        }
    }

    @Test
    void a_person_who_wants_to_change_it_while_signed_in_is_told_where() throws Exception {
        realm.attach(Federation.mode("READ_ONLY").trusting(true));
        try (AutoCloseable set = realm.set("directoryPasswordPage", PAGE)) {
            Reply page = signIn(realm.visitor(), "?kc_action=UPDATE_PASSWORD", Person.PASSWORD);

            assertThat(page.pageId()).isEqualTo("login-error");
            assertThat(page.body()).contains("qui non si può cambiare", "https://password.example.com/change");
        }
    }

    @Test
    void an_administrators_wish_for_a_new_one_shuts_nobody_out() {
        realm.attach(Federation.mode("READ_ONLY").trusting(true));
        realm.admin().change(anna.username(), account -> account.setRequiredActions(List.of("UPDATE_PASSWORD")));

        Reply page = signIn(realm.visitor(), "", Person.PASSWORD);

        assertThat(page.uri().toString()).startsWith(realm.platform().home());
        assertThat(realm.admin().user(anna.username()).orElseThrow().getRequiredActions())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyWritable")
    void the_rules_on_the_page_are_those_that_apply(Federation federation) {
        realm.attach(federation);
        Visitor visitor = realm.visitor();
        Reply page = visitor.open(link(1));
        assertThat(page.pageId()).isEqualTo("login-login-update-password");
        assertThat(page.body()).contains("12 caratteri");

        Reply refused = choose(visitor, "abc");
        assertThat(refused.pageId()).isEqualTo("login-login-update-password");
        assertThat(refused.body()).contains("12");
        assertThat(realm.directory().accepts(anna.username(), "abc")).isFalse();
        Reply answer = choose(visitor, NEW_PASSWORD);

        assertThat(answer.message()).isEqualTo("La tua password è stata cambiata: accedi con quella nuova.");
        assertThat(signIn(realm.visitor(), "", NEW_PASSWORD).uri().toString())
                .startsWith(realm.platform().home());
        assertThat(realm.directory().accepts(anna.username(), NEW_PASSWORD))
                .isEqualTo(federation.mode().equals("WRITABLE"));
    }

    @Test
    void the_rules_apply_without_a_link_too() {
        realm.attach(writable());
        Visitor visitor = realm.visitor();
        assertThat(signIn(visitor, "?kc_action=UPDATE_PASSWORD", Person.PASSWORD)
                        .pageId())
                .isEqualTo("login-login-update-password");

        assertThat(choose(visitor, "abc").pageId()).isEqualTo("login-login-update-password");
        assertThat(realm.directory().accepts(anna.username(), "abc")).isFalse();
        assertThat(choose(visitor, NEW_PASSWORD).uri().toString())
                .startsWith(realm.platform().home());
        assertThat(realm.directory().accepts(anna.username(), NEW_PASSWORD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_second_link_is_over_once_the_first_was_used(boolean imports) {
        realm.attach(writable().importing(imports));
        String first = link(1);
        String second = link(2);
        Visitor early = realm.visitor();
        assertThat(early.open(second).pageId()).isEqualTo("login-login-update-password");
        Visitor visitor = realm.visitor();
        visitor.open(first);
        choose(visitor, NEW_PASSWORD);

        assertThat(choose(early, "ancora-una-parola-44").body()).contains("Questo link non è più valido");
        assertThat(realm.visitor().open(second).body()).contains("Questo link non è più valido");
        assertThat(realm.directory().accepts(anna.username(), NEW_PASSWORD)).isTrue();
    }

    @Test
    void what_the_directory_refuses_is_said_in_plain_words_and_another_may_be_tried() {
        realm.attach(writable());
        Visitor visitor = realm.visitor();
        visitor.open(link(1));
        realm.directory().refuseChanges();

        Reply refused = choose(visitor, NEW_PASSWORD);
        assertThat(refused.pageId()).isEqualTo("login-login-update-password");
        assertThat(refused.body()).contains("non ha accettato questa password").doesNotContain("uid=", "LDAP");
        realm.directory().answer();

        assertThat(choose(visitor, NEW_PASSWORD).pageId()).isEqualTo("login-login");
        assertThat(realm.directory().accepts(anna.username(), NEW_PASSWORD)).isTrue();
    }

    @Test
    @Tag("S6")
    void a_directory_that_is_silent_when_it_is_sent_keeps_the_link_good() {
        realm.attach(writable());
        Visitor visitor = realm.visitor();
        visitor.open(link(1));
        realm.directory().stop();

        Reply later = choose(visitor, NEW_PASSWORD);

        assertThat(later.status()).isLessThan(500);
        assertThat(later.body()).contains("Riprova tra qualche minuto").doesNotContain("uid=", "LDAP");
    }

    /** Keycloak remembers them for a while. */
    @Test
    void a_link_of_somebody_whom_the_directory_has_removed_is_over() {
        realm.attach(writable());
        String link = link(1);
        Visitor early = realm.visitor();
        assertThat(early.open(link).pageId()).isEqualTo("login-login-update-password");

        realm.directory().remove(anna.username());

        assertThat(choose(early, NEW_PASSWORD).body()).contains("Questo link non è più valido");
        Reply late = realm.visitor().open(link);
        assertThat(late.status()).isLessThan(500);
        assertThat(late.pageId()).isNotEqualTo("login-login-update-password");
        realm.forget();
        assertThat(realm.reset(anna).status()).isEqualTo(200);
        assertThat(realm.outcomes("password-reset")).doesNotContain("sent");
        assertThat(mailbox.of(anna.email())).hasSize(1);
    }
}
