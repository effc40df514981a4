package com.mailup.keycloak.testbed;

import java.util.List;

/** The queue of a server on H2, whose one worker sends mails in the order of their requests. */
public record MailQueue(AdminApi admin, Mailbox mailbox, RelyingParty platform) {

    /** Of those that were asked for so far, all for this recipient, newest first. */
    public List<Mail> sentTo(String recipient) {
        awaitLast();
        return mailbox.of(recipient);
    }

    /** Mails leave in the order of their requests: when the next one is there, one for an earlier request would be too. */
    public void assertNoMail() {
        String last = awaitLast();
        List<String> recipients = mailbox.all().stream().map(Mail::to).toList();
        if (!recipients.equals(List.of(last))) {
            throw new AssertionError("No mail expected before the one for " + last + ", but: " + recipients);
        }
    }

    /** Asks for one mail more; when that is there, so is every one before it. The answer is its recipient. */
    public String awaitLast() {
        Person last = admin.create(Person.any());
        new Visitor().recover(platform, last.email());
        return mailbox.await(last.email()).to();
    }
}
