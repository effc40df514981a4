package com.mailup.keycloak.mailjob;

import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/** Where a request leaves its mail. */
public interface MailQueue extends Provider {

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
