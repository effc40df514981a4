package com.mailup.platform.planjob;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts whose plan Keycloak does not know yet: rows that stay until it does. */
@Component
public class PlanJobs {

    private static final Duration INITIAL_BACKOFF = Duration.ofSeconds(2);
    private static final Duration MAX_BACKOFF = Duration.ofMinutes(5);

    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    PlanJobs(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    /** Published when a job is added; listeners get it after the commit. */
    record Added() {}

    /** @param attempts how often it has failed so far */
    record PlanJob(long id, long account, int attempts) {}

    /** In the transaction that changes the plan. */
    public void add(long account, Instant now) {
        database.sql("insert into plan_job (account, due_at) values (:account, :now)")
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new Added());
    }

    /** How many are still to be done. */
    public long pending() {
        return database.sql("select count(*) from plan_job where done_at is null")
                .query(Long.class)
                .single();
    }

    /** One that is due, kept from all others until the transaction ends. An account's jobs are done one after another. */
    Optional<PlanJob> next(Instant now) {
        return database.sql("""
            select * from plan_job j where j.done_at is null and j.due_at <= :now and not exists (
              select 1 from plan_job earlier
              where earlier.account = j.account and earlier.done_at is null and earlier.id < j.id)
            order by j.due_at limit 1 for update skip locked\
            """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new PlanJob(row.getLong("id"), row.getLong("account"), row.getInt("attempts")))
                .optional();
    }

    void done(PlanJob job, Instant now) {
        database.sql("update plan_job set done_at = :now where id = :id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", job.id())
                .update();
    }

    /** Retries with exponential backoff. */
    void retryLater(PlanJob job, Instant now) {
        Duration backoff = INITIAL_BACKOFF.multipliedBy(1L << Math.min(job.attempts(), 10));
        database.sql("update plan_job set attempts = attempts + 1, due_at = :due where id = :id")
                .param(
                        "due",
                        now.plus(backoff.compareTo(MAX_BACKOFF) > 0 ? MAX_BACKOFF : backoff)
                                .atOffset(ZoneOffset.UTC))
                .param("id", job.id())
                .update();
    }
}
