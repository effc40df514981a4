package com.mailup.keycloak.mailqueue;

import org.keycloak.email.EmailException;
import org.keycloak.provider.Provider;

/**
 * Writes and sends one kind of mail, on a worker's thread. Realm, client, language and base address of the session are
 * those of the request behind the job.
 */
public interface MailDelivery extends Provider {

    /**
     * Decides who gets which mail, including none, and sends it. It may be called again for the same job, after a failure
     * or a crash.
     *
     * @throws EmailException where the mail could not be handed over: the job stays and is tried again, unless the mail
     *     server refused it for good
     * @throws MailPostponedException where it cannot be decided yet: the job stays and is tried again
     */
    void deliver(MailJob job) throws EmailException, MailPostponedException;

    /** Reports a job that was given up, beside the event that the queue sends for all kinds. */
    default void givenUp(MailJob job, String reason) {
        // nothing to add
    }

    @Override
    default void close() {
        // holds nothing
    }
}
