package com.mailup.platform.planjob;

import com.mailup.platform.account.Account;
import com.mailup.platform.account.Accounts;
import com.mailup.platform.planjob.PlanJobs.PlanJob;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes plans to Keycloak until it has taken them, at once and then every second for those that are due. */
@Component
class PlanWorker {

    private static final Logger LOG = LoggerFactory.getLogger(PlanWorker.class);

    private final PlanJobs jobs;
    private final Accounts accounts;
    private final KeycloakUsers users;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PlanWorker(PlanJobs jobs, Accounts accounts, KeycloakUsers users, TransactionTemplate transaction, Clock clock) {
        this.jobs = jobs;
        this.accounts = accounts;
        this.users = users;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** In another thread, so that the buyer does not wait for Keycloak. */
    @TransactionalEventListener(PlanJobs.Added.class)
    @Async
    void onAdded() {
        processDueJobs();
    }

    @Scheduled(fixedDelayString = "PT1S")
    void processDueJobs() {
        while (Boolean.TRUE.equals(transaction.execute(status -> processNext()))) {
            // The next one.
        }
    }

    /** Whether there was a job. Its row stays locked while Keycloak is asked, so that no other worker takes it. */
    private boolean processNext() {
        Optional<PlanJob> next = jobs.next(clock.instant());
        next.ifPresent(this::process);
        return next.isPresent();
    }

    private void process(PlanJob job) {
        Account account = accounts.of(job.account());
        try {
            users.writePlan(account);
            jobs.done(job, clock.instant());
        } catch (RuntimeException e) {
            // The message may name an address of Keycloak's, and those name people.
            LOG.warn(
                    "Keycloak has not taken plan job {}: {}",
                    job.id(),
                    e.getClass().getSimpleName());
            jobs.retryLater(job, clock.instant());
        }
    }
}
