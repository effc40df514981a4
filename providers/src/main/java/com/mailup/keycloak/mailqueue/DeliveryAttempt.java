package com.mailup.keycloak.mailqueue;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * One attempt to deliver one job: the mail is written in a transaction, handed over after that one's commit, and settled
 * in a transaction of its own. A crash before that leaves the job to the worker that claims it after the lease has run out.
 */
record DeliveryAttempt(KeycloakSessionFactory factory, Claim claim) {

    private static final MailFailure NO_CLIENT = new MailFailure("the client is gone", true);
    private static final Logger LOG = Logger.getLogger(DeliveryAttempt.class);

    /** Returns what was learned of the mail server. */
    ServerState run() {
        Outcome outcome = attempt();
        try {
            outcome.settle().ifPresent(this::settle);
        } catch (RuntimeException e) {
            if (!outcome.isSent()) {
                throw e;
            }
            // A receipt that fails must not let the mail be sent again.
            LOG.warnf(
                    "A mail of kind %s has left, but it could not be recorded: %s",
                    claim.kind(), e.getClass().getSimpleName());
            settle(sent -> sent.delivered(Receipt.NONE));
        }
        return outcome.server();
    }

    private void settle(Consumer<ClaimSettlement> settle) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> settle.accept(new ClaimSettlement(session, claim)));
    }

    private Outcome attempt() {
        try {
            return KeycloakModelUtils.runJobInTransactionWithResult(factory, this::attempt);
        } catch (RuntimeException e) {
            LOG.warnf(
                    "A mail job broke off and is tried again: %s", e.getClass().getSimpleName());
            return Outcome.failed(new MailFailure(e.getClass().getSimpleName(), false));
        }
    }

    private Outcome attempt(KeycloakSession session) {
        ClaimSettlement settlement = new ClaimSettlement(session, claim);
        Optional<MailJob> job = claim.job();
        if (!settlement.setRealm() || job.isEmpty() || settlement.isExpired(job.get())) {
            settlement.failed(new MailFailure(ClaimSettlement.TOO_OLD, false));
            return Outcome.SETTLED;
        }
        try {
            return deliver(job.get(), settlement);
        } catch (MailPostponedException e) {
            // No line in the log: who knows what is missing tells of it, once and not for each mail.
            session.getTransactionManager().setRollbackOnly();
            return new Outcome(ServerState.UNKNOWN, false, Optional.of(postponed -> postponed.postponed(e)));
        } catch (EmailException e) {
            session.getTransactionManager().setRollbackOnly();
            return failed(e);
        }
    }

    private Outcome deliver(MailJob job, ClaimSettlement settlement) throws EmailException, MailPostponedException {
        KeycloakSession session = settlement.session();
        List<PendingDelivery> mails = WorkerContext.begin(session, claim).mails();
        MailDelivery delivery = session.getProvider(MailDelivery.class, job.kind());
        if (delivery.needsClient() && job.request().hasLostClient(session)) {
            return Outcome.failed(NO_CLIENT);
        }
        job.request().applyTo(session);
        Receipt receipt = delivery.deliver(job);
        if (mails.isEmpty()) {
            settlement.endedWithoutMail(receipt);
            return Outcome.SETTLED;
        }
        session.getTransactionManager().commit();
        if (claim.isTooShortForAConversation() && !isRenewed()) {
            return Outcome.SETTLED;
        }
        for (PendingDelivery mail : mails) {
            mail.run();
        }
        return new Outcome(ServerState.UP, true, Optional.of(sent -> sent.delivered(receipt)));
    }

    /** A worker that waited long for a user store may have lost the row to another worker. */
    private boolean isRenewed() {
        return KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> new Claims(session).renew(claim));
    }

    private Outcome failed(EmailException e) {
        MailFailure failure = MailFailure.of(e);
        if (!failure.isFinal()) {
            LOG.warnf("A mail of kind %s was not sent, and is tried again: %s", claim.kind(), failure.reason());
        }
        return Outcome.failed(failure, e instanceof MailServerException server ? server.state() : ServerState.UNKNOWN);
    }

    /**
     * @param server what was learned of the mail server
     * @param isSent whether a mail was handed over
     * @param settle what is to be said of the claim; nothing where that was said
     */
    private record Outcome(ServerState server, boolean isSent, Optional<Consumer<ClaimSettlement>> settle) {

        static final Outcome SETTLED = new Outcome(ServerState.UNKNOWN, false, Optional.empty());

        static Outcome failed(MailFailure failure) {
            return failed(failure, ServerState.UNKNOWN);
        }

        static Outcome failed(MailFailure failure, ServerState server) {
            return new Outcome(
                    server,
                    false,
                    Optional.of(
                            server == ServerState.UP
                                    ? settlement -> settlement.refused(failure)
                                    : settlement -> settlement.failed(failure)));
        }
    }
}
