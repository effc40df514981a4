package com.mailup.keycloak.trialreminder;

import com.mailup.keycloak.plan.Plan;
import com.mailup.keycloak.plan.PlanStatus;
import java.time.Instant;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.workflow.WorkflowExecutionContext;
import org.keycloak.models.workflow.WorkflowStepProvider;

/**
 * Leaves a mail for the owner of a trial at each {@link Milestone}, once for each end: after a longer trial was granted,
 * reminders are sent again. When it has ended, the account's attribute says so too, and the realm's workflow is done with
 * it.
 */
record TrialReminderWorkflowStepProvider(KeycloakSession session) implements WorkflowStepProvider {

    @Override
    public void run(WorkflowExecutionContext context) {
        UserModel account = session.users().getUserById(session.getContext().getRealm(), context.getResourceId());
        if (account != null && account.isEnabled() && account.isEmailVerified()) {
            Plan.of(account).ifPresent(plan -> remind(account, plan));
        }
    }

    private void remind(UserModel account, Plan plan) {
        Milestone.of(plan, Instant.ofEpochMilli(Time.currentTimeMillis())).ifPresent(milestone -> {
            TrialReminder reminder =
                    new TrialReminder(account.getId(), plan.end().orElseThrow(), milestone);
            if (!reminder.isSentTo(account)) {
                reminder.enqueue(session);
            }
            if (milestone == Milestone.ENDED) {
                expire(account, plan);
            }
        });
    }

    private static void expire(UserModel account, Plan plan) {
        plan.ended().ifPresent(ended -> account.setSingleAttribute(Plan.ENDED, ended.text()));
        account.setSingleAttribute(Plan.PLAN, PlanStatus.EXPIRED.text());
    }

    @Override
    public void close() {
        // holds nothing
    }
}
