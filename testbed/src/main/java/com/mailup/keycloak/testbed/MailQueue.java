package com.mailup.keycloak.testbed;

import java.util.Map;
import java.util.UUID;

/** The queue of a server on H2, whose one worker sends mails in the order of their requests. */
public record MailQueue(AdminApi admin, Mailbox mailbox, RelyingParty platform) {

    /** Asks for one mail more; when that is there, so is every one before it. The answer is its recipient. */
    public String awaitLast() {
        Person last = Person.named("m" + UUID.randomUUID());
        admin.create(last);
        Visitor visitor = new Visitor();
        visitor.openUsernameRecovery(platform);
        visitor.submit(Map.of("email", last.email()));
        return mailbox.await(last.email()).to();
    }
}
