package com.mailup.keycloak.userstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mailup.keycloak.testbed.Change;
import com.mailup.keycloak.testbed.DirectoryRealm;
import com.mailup.keycloak.testbed.Federation;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.TestBed;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.admin.client.resource.UserProfileResource;

/** Whose address counts as their own: the two settings of the recoveries. */
@Tag("S15")
@ExtendWith(TestBed.class)
@Tag("release")
class ProvedAddressesIT {

    private final DirectoryRealm realm;

    private final Person anna = Person.named("anna-" + UUID.randomUUID());
    private final Person carla = Person.named("carla-" + UUID.randomUUID()).withUnverifiedEmail();

    ProvedAddressesIT(DirectoryRealm realm) {
        this.realm = realm;
        realm.directory().add(anna);
        realm.admin().create(carla);
        // Each test asks for the same address several times; the setting goes with the realm.
        realm.set("mails", "9999");
    }

    /** What becomes of both recoveries of somebody, the user name's first. */
    private List<String> outcomes(Person person) {
        realm.forget();
        realm.recover(person.email());
        realm.reset(person);
        return Stream.of("username-recovery", "password-reset")
                .flatMap(recovery -> realm.outcomes(recovery).stream())
                .toList();
    }

    private void assertMailed(Person person) {
        assertThat(outcomes(person)).containsExactly("sent", "sent");
    }

    private void assertRefused(Person person) {
        assertThat(outcomes(person)).containsExactly("user_not_found", "email_not_verified");
    }

    @Test
    void an_address_that_was_never_verified_gets_nothing_unless_that_is_set() throws Exception {
        assertRefused(carla);
        try (AutoCloseable set = realm.set("unverifiedAddresses", "verify")) {
            assertMailed(carla);
        }
        assertRefused(carla);
    }

    @Test
    void the_link_verifies_it_and_leads_straight_to_the_new_password(Mailbox mailbox) throws Exception {
        try (AutoCloseable set = realm.set("unverifiedAddresses", "verify")) {
            realm.reset(carla);

            String link = mailbox.await(carla.email()).link();
            assertThat(isVerified(carla)).isFalse();
            assertThat(realm.visitor().open(link).pageId()).isEqualTo("login-login-update-password");
        }
        assertThat(isVerified(carla)).isTrue();
        assertThat(mailbox.of(carla.email())).hasSize(1);
    }

    private boolean isVerified(Person person) {
        return realm.admin().user(person.username()).orElseThrow().isEmailVerified();
    }

    @Test
    @Tag("A113")
    void a_trial_that_nobody_has_confirmed_gets_nothing_even_so() throws Exception {
        Person asked = realm.admin()
                .create(Person.named("trial-" + UUID.randomUUID())
                        .withUnverifiedEmail()
                        .withAttribute("trialPending", "true"));
        try (AutoCloseable set = realm.set("unverifiedAddresses", "verify")) {
            assertRefused(asked);
        }
    }

    static Stream<Federation> onlyReadByPeople() {
        return Federation.all().filter(federation -> !federation.mode().equals("WRITABLE"));
    }

    @ParameterizedTest
    @MethodSource("onlyReadByPeople")
    void the_directorys_address_counts_unless_that_is_switched_off(Federation federation) throws Exception {
        realm.attach(federation);
        assertMailed(anna);
        try (AutoCloseable set = realm.set("directoryAddressesVerified", "false")) {
            assertRefused(anna);
        }
    }

    @ParameterizedTest
    @MethodSource("com.mailup.keycloak.testbed.Federation#all")
    void an_address_that_the_federation_trusts_counts_in_every_mode(Federation federation) throws Exception {
        realm.attach(federation.trusting(true));
        try (AutoCloseable set = realm.set("directoryAddressesVerified", "false")) {
            assertMailed(anna);
        }
    }

    @Test
    void an_address_that_was_changed_here_is_not_the_directorys() {
        realm.attach(Federation.mode("UNSYNCED"));
        Person elsewhere = anna.withEmail("elsewhere-" + anna.email());
        realm.admin().change(anna.username(), account -> account.setEmail(elsewhere.email()));

        assertRefused(elsewhere);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void an_address_that_its_person_may_write_into_the_directory_does_not_count(boolean imports) throws Exception {
        realm.attach(Federation.mode("WRITABLE").importing(imports));
        assertRefused(anna);
        try (AutoCloseable changed = addressesAreTheAdministrators()) {
            assertMailed(anna);
        }
    }

    private AutoCloseable addressesAreTheAdministrators() {
        UserProfileResource profile = realm.admin().realm().users().userProfile();
        return Change.of(
                profile::getConfiguration,
                profile::update,
                config -> config.getAttribute("email").getPermissions().setEdit(Set.of("admin")));
    }

    @ParameterizedTest
    @CsvSource({
        "unverifiedAddresses,perhaps",
        "directoryAddressesVerified,perhaps",
        "directoryPasswordPage,javascript:alert(1)",
        "directoryPasswordPage,//password.example.com"
    })
    void what_no_setting_means_is_refused_when_it_is_saved(String setting, String value) {
        assertThatThrownBy(() -> realm.set(setting, value)).hasMessageContaining("400");
    }
}
