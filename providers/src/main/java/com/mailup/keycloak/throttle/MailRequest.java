package com.mailup.keycloak.throttle;

import com.mailup.keycloak.account.EmailAddress;
import com.mailup.keycloak.flow.RecoveryEvents;
import com.mailup.keycloak.mailqueue.MailJob;
import com.mailup.keycloak.mailqueue.MailPriority;
import com.mailup.keycloak.mailqueue.MailQueue;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.FormMessage;

/** A request for a mail. It goes to the queue unless a limit of its client address or e-mail address is reached. */
public record MailRequest(AuthenticationFlowContext context, RecoveryEvents events) {

    /** The message for a person whose own network has reached its limit. */
    public static FormMessage throttledMessage(RealmModel realm) {
        int minutes = Limits.of(realm).step().value(Limits.REQUEST_MINUTES);
        return minutes == 1
                ? new FormMessage(null, "throttleNetworkPaused")
                : new FormMessage(null, "throttleNetworkPausedMinutes", minutes);
    }

    /**
     * Adds the job unless a limit is reached. The result tells only whether the limit of the own network is reached
     * (false), which says nothing of any account.
     */
    public boolean enqueue(EmailAddress address, MailJob job) {
        Optional<String> limit = new Throttle(context.getSession()).limitReachedFor(address);
        if (limit.isPresent()) {
            events.throttled(context, limit.get());
        } else {
            MailQueue.of(context.getSession()).add(job, MailPriority.HIGH);
            events.requested(context);
        }
        return limit.filter(Limits.CLIENT::equals).isEmpty();
    }
}
