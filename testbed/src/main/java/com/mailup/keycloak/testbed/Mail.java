package com.mailup.keycloak.testbed;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One mail as it reached one recipient. */
public record Mail(
        String to, String from, String subject, Instant date, String text, String html, Map<String, String> headers) {

    static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+[^\\s<>\".,;:)!?]");

    static Mail received(String recipient, MimeMessage message) throws MessagingException, IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.merge(header.getName(), header.getValue(), (one, next) -> one + "\n" + next);
        }
        String from = message.getFrom()[0].toString();
        String text = content(message, "text/plain");
        String html = content(message, "text/html");
        return new Mail(
                recipient,
                from,
                message.getSubject(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                text,
                html,
                headers);
    }

    /** The addresses in the text part, in their order. */
    public List<String> links() {
        return LINK.matcher(text).results().map(MatchResult::group).toList();
    }

    /** The only address in the text part. */
    public String link() {
        List<String> links = links();
        if (links.size() != 1) {
            throw new AssertionError("One link expected in: " + text);
        }
        return links.get(0);
    }

    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        String found = "";
        if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount() && found.isEmpty(); i++) {
                found = content(parts.getBodyPart(i), type);
            }
        }
        return found;
    }
}
