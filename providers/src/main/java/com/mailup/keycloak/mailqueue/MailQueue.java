package com.mailup.keycloak.mailqueue;

import java.time.Duration;
import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.Provider;

/** Where a request leaves its mail. */
public interface MailQueue extends Provider {

    static MailQueue of(KeycloakSession session) {
        return session.getProvider(MailQueue.class);
    }

    /** Adds a job in the current transaction: it exists if, and only if, that commits. */
    default void add(MailJob job, MailPriority priority) {
        addOnce(job, priority, UUID.randomUUID().toString());
    }

    /**
     * As {@link #add}, unless there is one already.
     *
     * @param key of all jobs that are one: at most 255 characters, the same in no other realm
     */
    void addOnce(MailJob job, MailPriority priority, String key);

    /** How long a mail is tried whose content does not get old. */
    Duration maxAge();

    @Override
    default void close() {
        // holds nothing
    }
}
