package com.mailup.keycloak.mailqueue;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/** Where a request leaves its mail. */
public interface MailQueue extends Provider {

    /** Attribute of a worker's session. */
    String WORKER = "mailup-mail.worker";

    /** Whether this session is a worker's, in which mails are sent at once. */
    static boolean isWorker(KeycloakSession session) {
        return session.getAttribute(WORKER) != null;
    }

    static MailQueue of(KeycloakSession session) {
        return session.getProvider(MailQueue.class);
    }

    /** Adds a job in the current transaction: it exists if, and only if, that commits. */
    void add(MailJob job);

    @Override
    default void close() {
        // holds nothing
    }
}
