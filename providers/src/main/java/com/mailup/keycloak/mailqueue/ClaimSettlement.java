package com.mailup.keycloak.mailqueue;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Says what became of a claim: delivered, to be tried again, or given up with a log message and an event. Nothing is said
 * where the lease ran out and somebody else has the row.
 */
record ClaimSettlement(KeycloakSession session, Claim claim) {

    /** Why a mail is given up whose time is over. */
    static final String TOO_OLD = "too old";

    private static final MailFailure NO_ANSWER = new MailFailure("the mail server does not answer", false);
    private static final Logger LOG = Logger.getLogger(ClaimSettlement.class);

    /** A mail was handed over. */
    void delivered(Receipt receipt) {
        end(receipt, "delivered");
    }

    /** There was no mail to send: nobody was found, or is not allowed one. */
    void endedWithoutMail(Receipt receipt) {
        end(receipt, "without_mail");
    }

    private void end(Receipt receipt, String outcome) {
        if (new Claims(session).delivered(claim)) {
            MailMetrics.count(claim.kind(), outcome);
            if (setRealm()) {
                receipt.record(session);
            }
        }
    }

    /** Tried again, unless the mail server will never take it or it would come too late. */
    void failed(MailFailure failure) {
        failed(failure, claim.priority().nextAttempt(Outbox.now(), claim.attempts()));
    }

    /** The same after the mail server has refused the mail for now. */
    void refused(MailFailure failure) {
        failed(failure, claim.priority().nextAttemptOfRefused(Outbox.now(), claim.attempts()));
    }

    private void failed(MailFailure failure, Instant next) {
        if (isToBeTriedAgain(failure) && new Claims(session).retry(claim, failure.reason(), next)) {
            MailMetrics.count(claim.kind(), "deferred");
        }
    }

    /** To be decided after the usual pause, or when its turn has come. */
    void postponed(MailPostponedException e) {
        MailFailure reason = new MailFailure(e.getMessage(), false);
        if (e.until().isEmpty()) {
            failed(reason);
        } else if (isToBeTriedAgain(reason)) {
            new Claims(session).retry(claim, reason.reason(), e.until().get());
        }
    }

    /**
     * Not tried, since the mail server does not answer. One that nobody waits for is looked at more and more seldom.
     *
     * @param until when the server is asked again
     */
    void postponed(Instant until) {
        if (!isToBeTriedAgain(NO_ANSWER)) {
            return;
        }
        if (claim.priority() == MailPriority.HIGH) {
            new Claims(session).release(claim, until);
        } else {
            Instant next = claim.priority().nextAttempt(Outbox.now(), claim.attempts());
            new Claims(session).retry(claim, NO_ANSWER.reason(), next.isBefore(until) ? until : next);
        }
    }

    /** Otherwise it is given up. */
    private boolean isToBeTriedAgain(MailFailure failure) {
        if (!setRealm()) {
            new Claims(session).dead(claim, "the realm is gone", false);
            return false;
        }
        Optional<MailJob> job = claim.job();
        if (job.isEmpty()) {
            giveUp("unreadable", false);
        } else if (failure.isFinal()) {
            giveUp(job.get(), failure.reason(), failure.reason());
        } else if (isExpired(job.get()) && MailCount.limitOf(claim.lastError()).isPresent()) {
            endOverLimit(job.get(), MailCount.limitOf(claim.lastError()).get());
        } else if (isExpired(job.get())) {
            giveUpTooOld(job.get(), failure);
        } else {
            return true;
        }
        return false;
    }

    /** Its turn has not come in time: nobody has to look after that. */
    private void endOverLimit(MailJob job, String limit) {
        if (new Claims(session).delivered(claim)) {
            delivery(job).ifPresent(delivery -> delivery.overLimit(job, limit));
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
        return expiry.isBefore(Outbox.now());
    }

    /** Nothing where an update of the jar has taken the kind away. */
    private Optional<MailDelivery> delivery(MailJob job) {
        return Optional.ofNullable(session.getProvider(MailDelivery.class, job.kind()));
    }

    /** @param failure why it could not be sent in time, unless an earlier attempt has told */
    private void giveUpTooOld(MailJob job, MailFailure failure) {
        String cause = Objects.requireNonNullElse(claim.lastError(), failure.reason());
        giveUp(job, cause.equals(TOO_OLD) ? TOO_OLD : TOO_OLD + ": " + cause, cause);
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
