package com.mailup.keycloak.trialreminder;

import com.mailup.keycloak.application.Brand;
import com.mailup.keycloak.plan.Plan;
import com.mailup.keycloak.plan.PlanStatus;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.workflow.WorkflowExecutionContext;
import org.keycloak.models.workflow.WorkflowStepProvider;

/**
 * Mails the owner of a trial at each {@link Milestone}, once for each end: after a longer trial was granted, reminders
 * are sent again. When it has ended, the account's attribute says so too, and the realm's workflow is done with it.
 */
record TrialReminderWorkflowStepProvider(KeycloakSession session) implements WorkflowStepProvider {

    private static final Logger LOG = Logger.getLogger(TrialReminderWorkflowStepProvider.class);

    /** Attribute: the end and the milestone that the latest mail was about. */
    private static final String REMINDED = "planReminded";

    @Override
    public void run(WorkflowExecutionContext context) {
        UserModel account = session.users().getUserById(session.getContext().getRealm(), context.getResourceId());
        if (account != null && account.isEnabled() && account.isEmailVerified()) {
            Plan.of(account).ifPresent(plan -> remind(account, plan));
        }
    }

    private void remind(UserModel account, Plan plan) {
        Milestone.of(plan, Instant.ofEpochMilli(Time.currentTimeMillis()))
                .filter(milestone -> isReminded(account, plan, milestone))
                .filter(milestone -> milestone == Milestone.ENDED)
                .ifPresent(milestone -> expire(account, plan));
    }

    private static void expire(UserModel account, Plan plan) {
        plan.ended().ifPresent(ended -> account.setSingleAttribute(Plan.ENDED, ended.text()));
        account.setSingleAttribute(Plan.PLAN, PlanStatus.EXPIRED.text());
    }

    private boolean isReminded(UserModel account, Plan plan, Milestone milestone) {
        String milestoneOfEnd = plan.end().orElseThrow() + " " + milestone;
        boolean reminded =
                milestoneOfEnd.equals(account.getFirstAttribute(REMINDED)) || isMailed(account, plan, milestone);
        if (reminded) {
            account.setSingleAttribute(REMINDED, milestoneOfEnd);
        }
        return reminded;
    }

    /** Puts the mail into the queue, in this transaction. After a failure the next run of the step tries again. */
    private boolean isMailed(UserModel account, Plan plan, Milestone milestone) {
        Map<String, Object> body = new HashMap<>();
        body.put("milestone", milestone.key());
        body.put("end", Date.from(plan.end().orElseThrow()));
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(session.getContext().getRealm())
                    .setUser(account)
                    .send(milestone.key() + "Subject", List.of(Brand.name(session)), "trial-reminder.ftl", body);
            return true;
        } catch (EmailException e) {
            LOG.warnf("A reminder of a trial was not sent: %s", e.getClass().getSimpleName());
            return false;
        }
    }

    @Override
    public void close() {
        // holds nothing
    }
}
