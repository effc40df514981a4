package com.mailup.keycloak.mailsender;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderedEmailTest {

    private static final SmtpSettings SETTINGS = new SmtpSettings(Map.of("from", "noreply@example.com"));

    private static String token(String content) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return base64.encodeToString("{\"alg\":\"HS512\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64.encodeToString(content.getBytes(StandardCharsets.UTF_8)) + ".c2lnbmVk";
    }

    /** Keycloak's own sender takes a mail of one part. */
    @ParameterizedTest
    @CsvSource({"text,,1", ",<p>html</p>,1", "text,<p>html</p>,2", ",,0"})
    void a_part_that_is_null_is_left_out(String text, String html, int parts) throws Exception {
        RenderedEmail email =
                RenderedEmail.of(new RenderedEmail("someone@example.com", "Subject", text, html).details());

        assertThat(email).isEqualTo(new RenderedEmail("someone@example.com", "Subject", text, html));
        MimeMultipart body = (MimeMultipart) email.message(
                        Session.getInstance(new Properties()),
                        SETTINGS.sender(),
                        new InternetAddress("someone@example.com"))
                .getContent();
        assertThat(body.getCount()).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({"?key=%s", "?client_id=a&key=%s&tab=1", "?client_id=a&amp;key=%s"})
    void a_link_says_when_it_stops_working(String query) {
        String link = "https://login.example.com/action-token" + query.formatted(token("{\"exp\":1800000000}"));

        assertThat(new RenderedEmail("someone@example.com", "Subject", null, link).linkExpiry())
                .contains(Instant.ofEpochSecond(1_800_000_000));
    }

    @ParameterizedTest
    @CsvSource({"no link", "?key=abc", "?key=a.b.c", "?monkey=a.b.c"})
    void other_texts_say_nothing(String text) {
        assertThat(new RenderedEmail("someone@example.com", "Subject", text, null).linkExpiry())
                .isEmpty();
    }

    @Test
    void a_token_that_never_expires_says_nothing() {
        String link = "?key=" + token("{}");

        assertThat(new RenderedEmail("someone@example.com", "Subject", link, null).linkExpiry())
                .isEmpty();
    }
}
