package com.mailup.keycloak.mailqueue;

import java.time.Instant;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.provider.Provider;

/**
 * Writes one kind of mail, on a worker's thread. Realm, client, language and base address of the session are those of the
 * request behind the job.
 */
public interface MailDelivery extends Provider {

    /**
     * Decides who gets which mail, including none, and writes it with Keycloak's {@code EmailTemplateProvider}. It leaves
     * once this transaction has committed. It may be called again for the same job, after a failure or a crash.
     *
     * @return what is recorded once the mail has left
     * @throws EmailException where the mail cannot be written: the job stays and is tried again
     * @throws MailPostponedException where it cannot be decided yet: the job stays and is tried again
     */
    Receipt deliver(MailJob job) throws EmailException, MailPostponedException;

    /** Whether the mail cannot be written without the client of its request: it is given up once that is deleted. */
    default boolean needsClient() {
        return true;
    }

    /** When the mail's content is worth nothing any more; nothing where it does not get old. */
    default Optional<Instant> expiry(MailJob job) {
        return Optional.empty();
    }

    /** Whether the job holds a link or another secret, which is not kept once the job is given up. */
    default boolean holdsSecret(MailJob job) {
        return false;
    }

    /** Reports a job that was given up, beside the event that the queue sends for all kinds. */
    default void givenUp(MailJob job, String reason) {
        // nothing to add
    }

    /** Reports a job whose turn has not come before it was worth nothing any more. */
    default void overLimit(MailJob job, String limit) {
        // nothing to add
    }

    @Override
    default void close() {
        // holds nothing
    }
}
