package com.mailup.keycloak.mailqueue;

import org.keycloak.email.EmailException;

/**
 * A mail that is written and has yet to be handed to its mail server: the sender adds it to the {@link WorkerContext}, and it
 * is run once the transaction that wrote the mail has committed. So nothing of the database is held while a mail server is
 * spoken to.
 */
@FunctionalInterface
public interface PendingDelivery {

    /** Reads nothing of the database. */
    void run() throws EmailException;
}
