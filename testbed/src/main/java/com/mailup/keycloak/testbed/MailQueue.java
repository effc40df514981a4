package com.mailup.keycloak.testbed;

import java.util.List;

/** The queue of a server on H2, whose one worker sends mails in the order of their requests. */
public record MailQueue(AdminApi admin, Mailbox mailbox, RelyingParty platform) {

    /** Of those that were asked for so far, all for this recipient, newest first. */
    public List<Mail> sentTo(String recipient) {
        awaitLast();
        return mailbox.of(recipient);
    }

    /** Asks for one mail more; when that is there, so is every one before it. The answer is its recipient. */
    public String awaitLast() {
        Person last = admin.create(Person.any());
        new Visitor().recover(platform, last.email());
        return mailbox.await(last.email()).to();
    }
}
