package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mailbox as a page for people and as JSON for programs: {@code GET} and {@code DELETE /api/messages}. */
public final class Inbox implements AutoCloseable {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final String API = "/api/messages";
    private static final String DELETE = "/delete";
    private static final Set<String> ADDRESSES = Set.of("/", API, DELETE);
    private static final Pattern MESSAGE = Pattern.compile("/messages/(\\d{1,9})(/html)?");

    private final Mailbox mailbox;
    private final LoopbackSite site;

    /** Port 0 takes a free one. */
    public Inbox(Mailbox mailbox, int port) {
        this.mailbox = mailbox;
        site = new LoopbackSite(port, this::answer);
    }

    public String url() {
        return site.url();
    }

    private StubResponse answer(StubRequest question) {
        Matcher message = MESSAGE.matcher(question.path());
        if (question.is("GET", "/")) {
            return StubResponse.html(page().newest());
        } else if (question.is("GET", API)) {
            return StubResponse.json(json());
        } else if (question.is("DELETE", API)) {
            mailbox.clear();
            return StubResponse.empty();
        } else if (question.is("POST", DELETE)) {
            mailbox.clear();
            return StubResponse.seeOther("/");
        } else if (message.matches() && question.method().equals("GET")) {
            return message(Integer.parseInt(message.group(1)), message.group(2) != null);
        } else if (message.matches() || ADDRESSES.contains(question.path())) {
            return StubResponse.problem(405, "This address does not answer to " + question.method() + ".");
        }
        return StubResponse.problem(404, "Nothing is at this address.");
    }

    private StubResponse message(int number, boolean body) {
        InboxPage page = page();
        if (page.mail(number).isEmpty()) {
            return StubResponse.problem(404, "No such message: it may have been deleted.");
        }
        return body
                // Scripts stay off even where the message is opened outside its frame.
                ? StubResponse.html(page.body(number)).with("Content-Security-Policy", "sandbox " + InboxPage.ALLOWED)
                : StubResponse.html(page.showing(number));
    }

    private InboxPage page() {
        return new InboxPage(mailbox.all());
    }

    private String json() {
        try {
            return JSON.writeValueAsString(mailbox.all());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        site.close();
    }
}
