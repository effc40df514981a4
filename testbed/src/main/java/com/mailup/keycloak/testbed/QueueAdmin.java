package com.mailup.keycloak.testbed;

import java.util.List;
import java.util.Map;

/** The queue of a server, as its administrators see it. */
public record QueueAdmin(AdminApi admin, Mailbox mailbox) {

    /** What was sent to this recipient once no mail waits but for its turn, newest first. */
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

    /** Until each mail that was asked for has been sent, given up, found to be for nobody, or waits for its turn. */
    public void awaitEmpty() {
        Await.until("no mail waits", () -> {
            Map<String, String> counts = new QueueCounts(admin).all();
            return counts.get("waiting").equals(counts.get("limited"));
        });
    }

    /** One of the numbers of Provider info: {@code waiting}, {@code limited}, {@code delivered}, {@code dead}. */
    public int count(String what) {
        return new QueueCounts(admin).of(what);
    }
}
