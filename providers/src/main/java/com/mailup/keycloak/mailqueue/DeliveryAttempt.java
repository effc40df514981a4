package com.mailup.keycloak.mailqueue;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.jpa.entities.OutboxEntryEntity;

/**
 * One attempt to deliver one job, in the transaction that has locked its row: the job is delivered, deferred, or given
 * up with a log message and an event.
 */
record DeliveryAttempt(KeycloakSession session, Outbox outbox, OutboxEntryEntity row) {

    /** A late reset mail is worse than none. */
    static final Duration MAX_AGE = Duration.ofMinutes(30);

    private static final Logger LOG = Logger.getLogger(DeliveryAttempt.class);

    void run() {
        RealmModel realm = session.realms().getRealm(row.getRealmId());
        if (realm == null) {
            outbox.dead(row, "the realm is gone");
            return;
        }
        session.getContext().setRealm(realm);
        MailJob.fromJson(row.getPayload()).ifPresentOrElse(this::run, () -> giveUp("unreadable"));
    }

    private void run(MailJob job) {
        if (job.request().isOlderThan(MAX_AGE)) {
            giveUp(job, "too old", Objects.requireNonNullElse(row.getLastError(), "too old"));
            return;
        }
        try {
            job.request().applyTo(session);
            session.setAttribute(MailQueue.WORKER, true);
            session.getProvider(MailDelivery.class, job.kind()).deliver(job);
            outbox.delivered(row);
            MailMetrics.count(row.getEntryType(), "delivered");
        } catch (EmailException e) {
            MailFailure failure = MailFailure.of(e);
            if (failure.isFinal()) {
                giveUp(job, failure.reason(), failure.reason());
            } else {
                LOG.warnf("A mail of kind %s was not sent, and is tried again: %s", job.kind(), failure.reason());
                defer(failure.reason());
            }
        } catch (MailPostponedException e) {
            // No line in the log: who knows what is missing tells of it, once and not for each mail.
            defer(e.getMessage());
        }
    }

    private void defer(String reason) {
        MailMetrics.count(row.getEntryType(), "deferred");
        outbox.retry(row, reason);
    }

    /** There may be no delivery of this kind any more, after an update of the jar. */
    private void giveUp(MailJob job, String reason, String cause) {
        giveUp(reason);
        Optional.ofNullable(session.getProvider(MailDelivery.class, job.kind()))
                .ifPresent(delivery -> delivery.givenUp(job, cause));
    }

    private void giveUp(String reason) {
        LOG.errorf("A mail of kind %s was given up: %s", row.getEntryType(), reason);
        MailMetrics.count(row.getEntryType(), "dead");
        new EventBuilder(session.getContext().getRealm(), session)
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .detail(Details.CUSTOM_REQUIRED_ACTION, "mailjob")
                .detail("mail", row.getEntryType())
                .detail(Details.REASON, reason)
                .error("mail_given_up");
        outbox.dead(row, reason);
    }
}
