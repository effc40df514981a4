package com.mailup.keycloak.mailqueue;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Says what became of a claim: delivered, to be tried again, or given up with a log message and an event. Nothing is said
 * where the lease ran out and somebody else has the row.
 */
record Settlement(KeycloakSession session, Claim claim) {

    private static final Logger LOG = Logger.getLogger(Settlement.class);

    void delivered(Receipt receipt) {
        if (new Claims(session).delivered(claim)) {
            MailMetrics.count(claim.kind(), "delivered");
            receipt.record(session);
        }
    }

    /** Tried again, unless the mail server will never take it or it would come too late. */
    void failed(MailFailure failure) {
        if (!setRealm()) {
            new Claims(session).dead(claim, "the realm is gone", false);
            return;
        }
        Optional<MailJob> job = MailJob.fromJson(claim.payload());
        if (job.isEmpty()) {
            giveUp("unreadable", false);
        } else if (failure.isFinal()) {
            giveUp(job.get(), failure.reason(), failure.reason());
        } else if (isExpired(job.get())) {
            giveUp(job.get(), "too old", Objects.requireNonNullElse(claim.lastError(), failure.reason()));
        } else if (new Claims(session).retry(claim, failure.reason())) {
            MailMetrics.count(claim.kind(), "deferred");
        }
    }

    /** False where the realm was deleted. */
    boolean setRealm() {
        RealmModel realm = session.realms().getRealm(claim.realm());
        session.getContext().setRealm(realm);
        return realm != null;
    }

    boolean isExpired(MailJob job) {
        Instant expiry = delivery(job)
                .flatMap(delivery -> delivery.expiry(job))
                .orElseGet(() -> job.request().time().plus(MailQueue.of(session).maxAge()));
        return expiry.isBefore(Instant.ofEpochMilli(Time.currentTimeMillis()));
    }

    /** Nothing where an update of the jar has taken the kind away. */
    private Optional<MailDelivery> delivery(MailJob job) {
        return Optional.ofNullable(session.getProvider(MailDelivery.class, job.kind()));
    }

    private void giveUp(MailJob job, String reason, String cause) {
        Optional<MailDelivery> delivery = delivery(job);
        boolean keepsPayload = delivery.filter(known -> !known.holdsSecret(job)).isPresent();
        if (giveUp(reason, keepsPayload)) {
            delivery.ifPresent(known -> known.givenUp(job, cause));
        }
    }

    private boolean giveUp(String reason, boolean keepsPayload) {
        if (!new Claims(session).dead(claim, reason, keepsPayload)) {
            return false;
        }
        LOG.errorf("A mail of kind %s was given up: %s", claim.kind(), reason);
        MailMetrics.count(claim.kind(), "dead");
        new EventBuilder(session.getContext().getRealm(), session)
                .event(EventType.CUSTOM_REQUIRED_ACTION)
                .detail(Details.CUSTOM_REQUIRED_ACTION, "mailjob")
                .detail("mail", claim.kind())
                .detail(Details.REASON, reason)
                .error("mail_given_up");
        return true;
    }
}
