package com.mailup.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.DirectoryRealm;
import com.mailup.keycloak.testbed.Federation;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A directory takes a user name in other spellings than its own: other blanks, and in some directories other accents. */
@ExtendWith(TestBed.class)
@Tag("release")
class DirectoryNameIT {

    private final DirectoryRealm realm;

    private final String id = UUID.randomUUID().toString();
    private final Person anna = Person.named("anna " + id).withEmail(id + "@example.com");
    private final String otherSpelling = "Anna  " + id;

    DirectoryNameIT(DirectoryRealm realm) {
        this.realm = realm;
    }

    private Reply signIn(String username, String password) {
        return realm.visitor().signIn(realm.platform(), username, password);
    }

    static Stream<Federation> federations() {
        return Federation.all().map(federation -> federation.trusting(true));
    }

    @ParameterizedTest
    @MethodSource("federations")
    void each_spelling_is_the_same_person(Federation federation) {
        realm.attach(federation);
        realm.directory().add(anna);

        assertThat(signIn(otherSpelling, Person.PASSWORD).pageId()).isEqualTo("platform");
        assertThat(signIn(anna.username(), Person.PASSWORD).pageId()).isEqualTo("platform");
        assertThat(signIn(otherSpelling, Person.PASSWORD).pageId()).isEqualTo("platform");
        assertThat(realm.foundInConsole(anna.email())).containsExactly(anna.username());
    }

    @Test
    @Tag("S14")
    void no_spelling_enables_an_account_that_an_administrator_has_disabled() {
        realm.attach(Federation.mode("READ_ONLY").trusting(true));
        realm.directory().add(anna);
        realm.admin().change(anna.username(), account -> account.setEnabled(false));

        assertThat(signIn(otherSpelling, Person.PASSWORD).body()).contains("disabilitato");
        assertThat(signIn(otherSpelling, "wrong").body()).contains("Nome utente o password non validi");
        realm.reset(Person.named(otherSpelling).withEmail(anna.email()));
        assertThat(realm.outcomes("password-reset")).containsExactly("user_disabled");

        assertThat(realm.admin().user(anna.username()).orElseThrow().isEnabled())
                .isFalse();
    }

    @Test
    @Tag("S4")
    void no_page_tells_how_the_account_spells_it() {
        realm.attach(Federation.mode("READ_ONLY").trusting(true));
        realm.directory().add(anna);
        Reply refused = realm.visitor().signIn(realm.platform(), otherSpelling, "wrong");

        assertThat(refused.body()).contains(otherSpelling).doesNotContain(anna.username());
    }
}
