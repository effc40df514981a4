package com.mailup.keycloak.mailqueue;

import java.time.Duration;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Writes a row in the request's transaction and wakes the workers once it has committed. */
final class OutboxMailQueue implements MailQueue {

    private final KeycloakSession session;
    private final Duration maxAge;
    private final Runnable wake;

    OutboxMailQueue(KeycloakSession session, Duration maxAge, Runnable wake) {
        this.session = session;
        this.maxAge = maxAge;
        this.wake = wake;
    }

    @Override
    public Duration maxAge() {
        return maxAge;
    }

    @Override
    public void addOnce(MailJob job, MailPriority priority, String key) {
        new Outbox(session).add(session.getContext().getRealm().getId(), job, priority, key);
        session.getTransactionManager().enlistAfterCompletion(new AbstractKeycloakTransaction() {
            @Override
            protected void commitImpl() {
                wake.run();
            }

            @Override
            protected void rollbackImpl() {
                // there is no job
            }
        });
    }
}
