package com.mailup.keycloak.throttle;

import com.mailup.keycloak.flow.EmailAddress;
import com.mailup.keycloak.flow.RecoveryEvents;
import com.mailup.keycloak.mailjob.MailJob;
import com.mailup.keycloak.mailjob.MailQueue;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Somebody's wish for a mail: it goes to the queue unless they, or others for the same address, have had enough. */
public record MailRequest(AuthenticationFlowContext context, RecoveryEvents events) {

    /**
     * Nobody who asks can tell what became of it, but for one thing: false where their own network has asked too often,
     * which says nothing of any account.
     */
    public boolean leave(EmailAddress address, MailJob job) {
        Optional<String> limit = new Throttle(context.getSession()).limitReachedFor(address);
        if (limit.isPresent()) {
            events.throttled(context, limit.get());
        } else {
            MailQueue.of(context.getSession()).add(job);
            events.requested(context);
        }
        return limit.filter(Limits.CLIENT::equals).isEmpty();
    }
}
