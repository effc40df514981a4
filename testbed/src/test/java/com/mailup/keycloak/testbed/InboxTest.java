package com.mailup.keycloak.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InboxTest {

    private final Mailbox mailbox = new Mailbox();
    private final Inbox inbox = new Inbox(mailbox, 0);

    @AfterEach
    void stop() {
        inbox.close();
        mailbox.close();
    }

    @Test
    void the_newest_message_comes_first_with_all_its_parts() {
        send("anna@example.com", "one", "Ciao");
        send("carlo@example.com", "two", "Ecco: https://example.com/a?b=c.");

        JsonNode messages = Reply.json(call("GET", "api/messages").body());

        assertThat(messages).hasSize(2);
        assertThat(messages.get(0).properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactly("to", "from", "subject", "date", "text", "html", "headers");
        assertThat(messages.get(0).get("to").asText()).isEqualTo("carlo@example.com");
        assertThat(messages.get(0).get("subject").asText()).isEqualTo("two");
        assertThat(messages.get(0).get("text").asText()).startsWith("Ecco");
        assertThat(messages.get(1).get("headers").get("Subject").asText()).isEqualTo("one");
    }

    @Test
    void what_a_sender_wrote_is_shown_and_never_obeyed() {
        send("anna@example.com", "<script>alert(1)</script>", "<img src=x onerror=alert(2)>");

        String page = call("GET", "").body();

        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;img src=x");
        assertThat(page).doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void a_link_in_the_text_can_be_followed_without_the_full_stop_after_it() {
        send("anna@example.com", "link", "Ecco: https://example.com/a?b=c&d=e.");

        assertThat(call("GET", "messages/1").body())
                .contains("<a href=\"https://example.com/a?b=c&amp;d=e\" target=\"_blank\">");
    }

    @Test
    void deleting_leaves_an_empty_inbox() {
        send("anna@example.com", "one", "Ciao");

        assertThat(call("DELETE", "api/messages").statusCode()).isEqualTo(204);
        assertThat(call("GET", "api/messages").body()).isEqualTo("[]");
        assertThat(call("GET", "").body()).contains("No message yet");
    }

    @Test
    void the_button_deletes_and_shows_the_list_again() {
        send("anna@example.com", "one", "Ciao");

        HttpResponse<String> answer = call("POST", "delete");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/");
        assertThat(mailbox.all()).isEmpty();
    }

    @Test
    void an_unknown_address_is_not_found_and_a_wrong_method_not_allowed() {
        assertThat(call("GET", "nothing").statusCode()).isEqualTo(404);
        assertThat(call("GET", "messages/1").statusCode()).isEqualTo(404);
        assertThat(call("PUT", "api/messages").statusCode()).isEqualTo(405);
    }

    private HttpResponse<String> call(String method, String path) {
        return Http.send(
                HttpRequest.newBuilder(URI.create(inbox.url() + path)).method(method, BodyPublishers.noBody()));
    }

    private void send(String to, String subject, String text) {
        int before = mailbox.of(to).size();
        ServerSetup there = new ServerSetup(mailbox.port(), "localhost", ServerSetup.PROTOCOL_SMTP);
        GreenMailUtil.sendTextEmail(to, "noreply@example.com", subject, text, there);
        mailbox.await(to, before + 1);
    }
}
