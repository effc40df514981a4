package com.mailup.keycloak.throttle;

import com.mailup.keycloak.account.EmailAddress;
import com.mailup.keycloak.flow.RecoveryEvents;
import com.mailup.keycloak.mailqueue.MailCount;
import com.mailup.keycloak.mailqueue.MailJob;
import com.mailup.keycloak.mailqueue.MailPostponedException;
import com.mailup.keycloak.singleuse.KeyedHash;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * How many mails of one kind a mailbox is sent. A mail counts when a worker has found an account for it and is about to send
 * it: a request that ends without a mail counts for nobody's address.
 *
 * @param events of the recovery, whose mails have a count of their own
 */
public record MailAllowance(KeycloakSession session, RecoveryEvents events) {

    /** MailCount's counters have no more characters. */
    private static final int COUNTER_LENGTH = 64;

    /**
     * Counts a mail to this address.
     *
     * @param expiry when the mail is worth nothing any more
     * @return false where the limit is reached for longer than that, and an event says so
     * @throws MailPostponedException where its turn comes in time
     */
    public boolean takes(MailJob job, EmailAddress to, Instant expiry) throws MailPostponedException {
        return takes(
                job,
                "mail\n" + events.slug() + "\n" + to.mailbox(),
                Limits.of(session.getContext().getRealm()).mails(),
                expiry);
    }

    /**
     * The same of everybody's mails together.
     *
     * @param limit for the whole realm
     */
    public boolean takes(MailJob job, MailCount.Limit limit, Instant expiry) throws MailPostponedException {
        return takes(job, "realm\n" + events.slug(), List.of(limit), expiry);
    }

    private boolean takes(MailJob job, String subject, List<MailCount.Limit> limits, Instant expiry)
            throws MailPostponedException {
        String counter = new KeyedHash(session).apply(subject).substring(0, COUNTER_LENGTH);
        Optional<MailCount.Reached> reached = new MailCount(session, counter).add(limits);
        if (reached.isEmpty()) {
            return true;
        }
        String limit = reached.get().limit().name();
        if (reached.get().until().isBefore(expiry)) {
            events.postponed(limit);
            throw reached.get().postponed(expiry);
        }
        events.throttled(job.request().event(session), limit);
        return false;
    }
}
