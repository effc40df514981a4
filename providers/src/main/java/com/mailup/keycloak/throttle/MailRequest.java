package com.mailup.keycloak.throttle;

import com.mailup.keycloak.account.EmailAddress;
import com.mailup.keycloak.flow.RecoveryEvents;
import com.mailup.keycloak.mailqueue.MailJob;
import com.mailup.keycloak.mailqueue.MailQueue;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.FormMessage;

/** Somebody's wish for a mail: it goes to the queue unless they, or others for the same address, have had enough. */
public record MailRequest(AuthenticationFlowContext context, RecoveryEvents events) {

    /** What somebody reads whose own network has asked too often. */
    public static FormMessage throttledMessage(RealmModel realm) {
        int minutes = Limits.of(realm).step().value(Limits.REQUEST_MINUTES);
        return minutes == 1
                ? new FormMessage(null, "throttleNetworkPaused")
                : new FormMessage(null, "throttleNetworkPausedMinutes", minutes);
    }

    /**
     * Nobody who asks can tell what became of it, but for one thing: false where their own network has asked too often,
     * which says nothing of any account.
     */
    public boolean enqueue(EmailAddress address, MailJob job) {
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
