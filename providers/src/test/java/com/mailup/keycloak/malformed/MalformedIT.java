package com.mailup.keycloak.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.RawReply;
import com.mailup.keycloak.testbed.RawRequest;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.TestBed;
import com.mailup.keycloak.testbed.Visitor;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each of these is answered 500 by stock Keycloak 26.7.4, before any step of a flow sees it. */
@ExtendWith(TestBed.class)
@Tag("release")
class MalformedIT {

    private static final String SENTENCE = "La richiesta non è valida.";

    private final URI keycloak;
    private final RawRequest form;

    MalformedIT(KeycloakServer server, RelyingParty platform, Visitor visitor) {
        Reply page = visitor.openUsernameRecovery(platform);
        keycloak = URI.create(server.url());
        form = RawRequest.post(page.action(), "email=nobody%40example.com")
                .with("Accept", "text/html")
                .with("Cookie", visitor.cookiesFor(page.action()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"email=%zz", "%=x", "email=%c"})
    void a_broken_percent_sign_in_a_form_is_a_bad_request(String body) {
        assertRefused(form.withBody(body.getBytes()).sendTo(keycloak));
    }

    @Test
    void more_than_1000_fields_are_a_bad_request() {
        String body = IntStream.range(0, 1001).mapToObj(i -> "email=" + i).collect(Collectors.joining("&"));

        assertRefused(form.withBody(body.getBytes()).sendTo(keycloak));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "/",
                "multipart/form-data; boundary=x",
                "multipart/form-data",
                "application/x-www-form-urlencoded;;;="
            })
    void a_type_that_cannot_be_read_is_no_type(String type) {
        RawReply reply = form.with("Content-Type", type).sendTo(keycloak);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("data-page-id=\"login-");
    }

    @Test
    void a_language_that_cannot_be_read_is_no_wish() {
        RawReply reply = form.with("Accept-Language", "en;q=9").sendTo(keycloak);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).contains("<html lang=\"it\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "a b", "[", "a=%%%; b"})
    void a_host_that_cannot_be_read_is_a_bad_request(String host) {
        assertThat(form.with("Host", host).sendTo(keycloak).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept-Language: en;q=9", "Host: a b", "Content-Type: garbage"})
    void with_a_zero_byte_in_the_address_it_is_a_bad_request(String header) {
        String[] halves = header.split(": ");
        RawRequest two = form.withTarget(form.target() + "&x=%00").with(halves[0], halves[1]);

        assertThat(two.sendTo(keycloak).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it%0d%0aX:%20y", "%0a", "it%00"})
    void a_language_of_several_lines_in_the_address_is_a_bad_request(String language) {
        RawReply reply =
                form.withTarget(form.target() + "&kc_locale=" + language).sendTo(keycloak);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).doesNotContain("X: y");
    }

    @Test
    void the_same_form_whole_is_taken() {
        assertThat(form.sendTo(keycloak).status()).isEqualTo(200);
    }

    private static void assertRefused(RawReply reply) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains(SENTENCE, "data-page-id=\"login-error\"");
    }
}
