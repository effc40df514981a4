package com.mailup.keycloak.login;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.AtOnce;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Equal answers must not cost the protection against guessing. */
@ExtendWith(TestBed.class)
record BruteForceIT(KeycloakServer server, AdminApi admin) {

    private static final int GUESSES = 100;

    private Visitor atTheForm(String realm) {
        String account = server.url() + "/realms/" + realm;
        Visitor visitor = new Visitor();
        visitor.open(account + "/protocol/openid-connect/auth?client_id=account-console&response_type=code"
                + "&code_challenge_method=S256&code_challenge=" + "x".repeat(43) + "&redirect_uri=" + account
                + "/account/");
        return visitor;
    }

    /** How many of so many guesses at once were compared with the password, rather than turned away unread. */
    private long compared(String realm) {
        AdminApi there = admin.inRealm(realm);
        Person person = there.create(Person.any());
        there.forgetEvents();
        List<Visitor> visitors =
                IntStream.range(0, GUESSES).mapToObj(i -> atTheForm(realm)).toList();

        List<Reply> answers = AtOnce.of(
                GUESSES, i -> visitors.get(i).submit(Map.of("username", person.username(), "password", "guess-" + i)));

        assertThat(answers).extracting(Reply::status).containsOnly(200);
        return there.errors("LOGIN_ERROR").stream()
                .filter("invalid_user_credentials"::equals)
                .count();
    }

    @Test
    void a_hundred_guesses_at_once_get_no_further_than_with_keycloaks_own_form() {
        long stock = compared("stock-login");
        long ours = compared("mailup");

        System.out.printf("Guesses compared of %d at once: ours %d, stock %d%n", GUESSES, ours, stock);
        // The limit of the realm is 10. While one guess is being compared, Keycloak turns the others away.
        assertThat(ours).isBetween(1L, Math.max(stock, 10L));
    }
}
