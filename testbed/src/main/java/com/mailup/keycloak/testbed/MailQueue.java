package com.mailup.keycloak.testbed;

import java.util.List;

/** The queue of a server, as its administrators see it. */
public record MailQueue(AdminApi admin, Mailbox mailbox) {

    /** What was sent to this recipient once no mail waits, newest first. */
    public List<Mail> sentTo(String recipient) {
        awaitEmpty();
        return mailbox.of(recipient);
    }

    public void assertNoMail() {
        awaitEmpty();
        List<String> recipients = mailbox.all().stream().map(Mail::to).toList();
        if (!recipients.isEmpty()) {
            throw new AssertionError("No mail expected, but for " + recipients);
        }
    }

    /** Until each mail that was asked for has been sent, given up, or found to be for nobody. */
    public void awaitEmpty() {
        Await.until("no mail waits", () -> count("waiting") == 0);
    }

    /** One of the numbers of Provider info: {@code waiting}, {@code delivered}, {@code dead}. */
    public int count(String what) {
        return Integer.parseInt(admin.serverInfo()
                .getProviders()
                .get("mailup-mail-queue")
                .getProviders()
                .get("outbox")
                .getOperationalInfo()
                .getOrDefault(what, "-1"));
    }
}
