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

/**
 * A request for a mail. It goes to the queue unless the limit of its client address is reached. It counts for that address
 * only: counted for the typed one, anybody could silence anybody's recovery. {@link MailAllowance} counts mails.
 */
public record MailRequest(AuthenticationFlowContext context, RecoveryEvents events) {

    /** The message for a person whose own network has reached its limit. */
    public static FormMessage throttledMessage(RealmModel realm) {
        int minutes = Limits.of(realm).step().value(Limits.REQUEST_MINUTES);
        return minutes == 1
                ? new FormMessage(null, "throttleNetworkPaused")
                : new FormMessage(null, "throttleNetworkPausedMinutes", minutes);
    }

    /** The address that somebody has typed; nothing where it cannot be one, or none that this realm writes to. */
    public static Optional<EmailAddress> address(RealmModel realm, String typed) {
        boolean privateDomains = Limits.of(realm).step().value(Limits.PRIVATE_DOMAINS);
        return EmailAddress.parse(typed).filter(address -> privateDomains || address.hasPublicDomain());
    }

    /** At the end of a page that promises a mail: how many there are in which time. */
    public static Object[] limits(RealmModel realm) {
        Limits limits = Limits.of(realm);
        return new Object[] {limits.step().value(Limits.MAILS), limits.step().value(Limits.MAIL_MINUTES)};
    }

    /**
     * Adds the job unless a limit is reached. The result tells only whether the limit of the own network is reached
     * (false), which says nothing of any account.
     */
    public boolean enqueue(MailJob job) {
        Optional<String> limit = new Throttle(context.getSession()).limitReached();
        if (limit.isPresent()) {
            events.throttled(context, limit.get());
        } else {
            MailQueue.of(context.getSession()).add(job, MailPriority.HIGH);
            events.requested(context);
        }
        return limit.filter(Limits.CLIENT::equals).isEmpty();
    }
}
