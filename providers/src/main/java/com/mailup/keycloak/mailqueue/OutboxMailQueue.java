package com.mailup.keycloak.mailqueue;

import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Writes a row in the request's transaction and wakes the workers once it has committed. */
final class OutboxMailQueue implements MailQueue {

    private final KeycloakSession session;
    private final Runnable wake;

    OutboxMailQueue(KeycloakSession session, Runnable wake) {
        this.session = session;
        this.wake = wake;
    }

    @Override
    public void add(MailJob job) {
        new Outbox(session).add(session.getContext().getRealm().getId(), job);
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
