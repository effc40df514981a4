package com.mailup.keycloak.throttle;

import com.mailup.keycloak.flow.RecoveryEvents;
import com.mailup.keycloak.mailqueue.MailDelivery;
import com.mailup.keycloak.mailqueue.MailJob;
import com.mailup.keycloak.mailqueue.MailPostponedException;
import com.mailup.keycloak.mailqueue.Receipt;
import com.mailup.keycloak.userstore.StoreUnavailableException;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;

/** Writes a mail that somebody has asked for on a page. It waits for a user store that is down, and reports a turn that never came. */
public abstract class RequestedMailDelivery implements MailDelivery {

    protected final KeycloakSession session;
    private final RecoveryEvents events;

    /** @param events report what becomes of the request */
    protected RequestedMailDelivery(KeycloakSession session, RecoveryEvents events) {
        this.session = session;
        this.events = events;
    }

    /**
     * As {@link #deliver}.
     *
     * @throws StoreUnavailableException where a store that has to be asked is down: the job stays and is tried again
     */
    protected abstract Receipt write(MailJob job) throws EmailException, MailPostponedException;

    /** Of this kind of mails, to be asked before one is written. */
    protected final MailAllowance allowance() {
        return new MailAllowance(session, events);
    }

    @Override
    public final Receipt deliver(MailJob job) throws EmailException, MailPostponedException {
        try {
            return write(job);
        } catch (StoreUnavailableException e) {
            throw new MailPostponedException(StoreUnavailableException.REASON);
        }
    }

    @Override
    public final void overLimit(MailJob job, String limit) {
        events.throttled(job.request().event(session), limit);
    }

    /** A refusal of the mail server is reported by the queue. */
    @Override
    public final void givenUp(MailJob job, String reason) {
        if (StoreUnavailableException.REASON.equals(reason)) {
            events.refused(job.request().event(session), reason);
        }
    }
}
