package com.mailup.keycloak.mailsender;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Map;

/** A mail that is written and has only to be sent. */
record RenderedEmail(String to, String subject, String text, String html) {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    static RenderedEmail of(Map<String, String> details) {
        return new RenderedEmail(details.get("to"), details.get("subject"), details.get("text"), details.get("html"));
    }

    Map<String, String> details() {
        return Map.of("to", to, "subject", subject, "text", text, "html", html);
    }

    /** As it goes over the wire. */
    MimeMessage message(Session session, SmtpSettings settings)
            throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(settings.from());
        message.setReplyTo(new InternetAddress[] {settings.replyTo()});
        message.setHeader("To", settings.recipient(to));
        message.setSubject(subject, UTF_8);
        // RFC 3834: absence notices and other robots do not answer.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(new MimeMultipart(
                "alternative", part(text, "text/plain; charset=UTF-8"), part(html, "text/html; charset=UTF-8")));
        message.setSentDate(new Date());
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(content, type);
        return part;
    }
}
