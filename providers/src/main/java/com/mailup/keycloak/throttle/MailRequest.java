package com.mailup.keycloak.throttle;

import com.mailup.keycloak.flow.EmailAddress;
import com.mailup.keycloak.flow.RecoveryEvents;
import com.mailup.keycloak.mailjob.MailJob;
import com.mailup.keycloak.mailjob.MailQueue;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** Somebody's wish for a mail: it goes to the queue unless they, or others for the same address, have had enough. */
public record MailRequest(AuthenticationFlowContext context, RecoveryEvents events) {

    /** Whoever asks cannot tell what became of it. */
    public void leave(EmailAddress address, MailJob job) {
        Optional<String> limit = new Throttle(context.getSession()).limitReachedFor(address);
        if (limit.isPresent()) {
            events.throttled(context, limit.get());
        } else {
            MailQueue.of(context.getSession()).add(job);
            events.requested(context);
        }
    }
}
