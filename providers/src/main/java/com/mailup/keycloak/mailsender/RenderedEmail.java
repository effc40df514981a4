package com.mailup.keycloak.mailsender;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.representations.JsonWebToken;

/**
 * A mail that is written and has only to be sent.
 *
 * @param to the recipient
 * @param subject as it was written
 * @param text the plain part, or null
 * @param html the HTML part, or null
 */
record RenderedEmail(String to, String subject, String text, String html) {

    private static final Pattern LINK = Pattern.compile("[?&;](?:key|token)=([\\w-]+\\.[\\w-]+\\.[\\w-]+)");
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    static RenderedEmail of(Map<String, String> details) {
        return new RenderedEmail(details.get("to"), details.get("subject"), details.get("text"), details.get("html"));
    }

    /** Without the part that is null. */
    Map<String, String> details() {
        Map<String, String> details = new HashMap<>();
        details.put("to", to);
        details.put("subject", subject);
        details.put("text", text);
        details.put("html", html);
        details.values().removeIf(Objects::isNull);
        return details;
    }

    /** Whether it holds a link with a token of Keycloak's. */
    boolean hasLink() {
        return links().findAny().isPresent();
    }

    /** When the link in it, which holds a token of Keycloak's, stops working; nothing where there is none. */
    Optional<Instant> linkExpiry() {
        return links().flatMap(token -> expiry(token).stream()).findFirst();
    }

    private Stream<String> links() {
        return Stream.of(text, html)
                .filter(Objects::nonNull)
                .flatMap(part -> LINK.matcher(part).results())
                .map(link -> link.group(1));
    }

    private static Optional<Instant> expiry(String token) {
        try {
            JsonWebToken content = new JWSInput(token).readJsonContent(JsonWebToken.class);
            return Optional.ofNullable(content.getExp()).map(Instant::ofEpochSecond);
        } catch (JWSInputException e) {
            return Optional.empty();
        }
    }

    /** As it goes over the wire. */
    MimeMessage message(Session session, Sender sender, InternetAddress recipient) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(sender.address());
        message.setReplyTo(new InternetAddress[] {sender.replyTo()});
        message.setHeader("To", recipient.getAddress());
        message.setSubject(subject, UTF_8);
        // RFC 3834: absence notices and other robots do not answer.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(body());
        message.setSentDate(new Date());
        message.saveChanges();
        return message;
    }

    private MimeMultipart body() throws MessagingException {
        MimeMultipart body = new MimeMultipart("alternative");
        addPart(body, text, "text/plain; charset=UTF-8");
        addPart(body, html, "text/html; charset=UTF-8");
        return body;
    }

    private static void addPart(MimeMultipart body, String content, String type) throws MessagingException {
        if (content != null) {
            MimeBodyPart part = new MimeBodyPart();
            part.setContent(content, type);
            body.addBodyPart(part);
        }
    }
}
