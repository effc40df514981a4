package com.mailup.keycloak.mailjob;

import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakTransaction;

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
        session.getTransactionManager().enlistAfterCompletion(new AfterCommit(wake));
    }

    /** A transaction of Keycloak's that does one thing when the others have committed. */
    private static final class AfterCommit implements KeycloakTransaction {

        private final Runnable action;
        private boolean active;

        private AfterCommit(Runnable action) {
            this.action = action;
        }

        @Override
        public void begin() {
            active = true;
        }

        @Override
        public void commit() {
            active = false;
            action.run();
        }

        @Override
        public void rollback() {
            active = false;
        }

        @Override
        public void setRollbackOnly() {
            // nothing of its own to roll back
        }

        @Override
        public boolean getRollbackOnly() {
            return false;
        }

        @Override
        public boolean isActive() {
            return active;
        }
    }
}
