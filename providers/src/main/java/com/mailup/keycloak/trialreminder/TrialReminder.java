package com.mailup.keycloak.trialreminder;

import com.mailup.keycloak.mailqueue.MailJob;
import com.mailup.keycloak.mailqueue.MailPriority;
import com.mailup.keycloak.mailqueue.MailQueue;
import com.mailup.keycloak.mailqueue.RequestSnapshot;
import com.mailup.keycloak.plan.Plan;
import com.mailup.keycloak.plan.PlanStatus;
import com.mailup.keycloak.singleuse.KeyedHash;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * One mail of a trial.
 *
 * @param account id of its owner's
 * @param end of the trial
 * @param milestone that has come
 */
record TrialReminder(String account, Instant end, Milestone milestone) {

    /** Attribute: the end and the milestone that the latest mail was about. */
    private static final String SENT = "planReminded";

    static TrialReminder of(MailJob job) {
        return new TrialReminder(
                job.details().get("account"),
                Instant.parse(job.details().get("end")),
                Milestone.valueOf(job.details().get("milestone")));
    }

    /** Not after somebody has bought, or was given a longer trial. */
    boolean isStillDue(UserModel owner) {
        return Plan.of(owner)
                .filter(plan -> plan.status() == PlanStatus.TRIAL || plan.status() == PlanStatus.EXPIRED)
                .flatMap(Plan::end)
                .filter(end::equals)
                .isPresent();
    }

    boolean isSentTo(UserModel owner) {
        return text().equals(owner.getFirstAttribute(SENT));
    }

    void markSentTo(UserModel owner) {
        owner.setSingleAttribute(SENT, text());
    }

    /** Once a day: before the end of the trial, a mail that was given up is tried again on the next. */
    void enqueue(KeycloakSession session) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(Time.currentTimeMillis()), ZoneOffset.UTC);
        MailQueue.of(session)
                .addOnce(
                        new MailJob(
                                TrialReminderMailDeliveryFactory.ID, RequestSnapshot.withoutLogin(session), details()),
                        MailPriority.LOW,
                        new KeyedHash(session).apply(account + " " + text() + " " + day));
    }

    private Map<String, String> details() {
        return Map.of("account", account, "end", end.toString(), "milestone", milestone.name());
    }

    private String text() {
        return end + " " + milestone;
    }
}
