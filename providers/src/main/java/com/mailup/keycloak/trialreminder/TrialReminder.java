package com.mailup.keycloak.trialreminder;

import com.mailup.keycloak.plan.Kind;
import com.mailup.keycloak.plan.Plan;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
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
 * Mails the owner of a trial at each {@link Milestone}, once for each end: whoever gets a longer trial is reminded again. When
 * it has ended, the account's attribute says so too, and the realm's workflow is done with it.
 */
record TrialReminder(KeycloakSession session) implements WorkflowStepProvider {

    private static final Logger LOG = Logger.getLogger(TrialReminder.class);

    /** Attribute: the end and the milestone that the latest mail was about. */
    private static final String TOLD = "planReminded";

    @Override
    public void run(WorkflowExecutionContext context) {
        UserModel account = session.users().getUserById(session.getContext().getRealm(), context.getResourceId());
        if (account != null && account.isEnabled() && account.isEmailVerified()) {
            Plan.of(account).ifPresent(plan -> remind(account, plan));
        }
    }

    private void remind(UserModel account, Plan plan) {
        Milestone.of(plan, Instant.ofEpochMilli(Time.currentTimeMillis()))
                .filter(milestone -> isTold(account, plan, milestone))
                .filter(milestone -> milestone == Milestone.ENDED)
                .ifPresent(ended -> account.setSingleAttribute(Plan.PLAN, Kind.EXPIRED.text()));
    }

    private boolean isTold(UserModel account, Plan plan, Milestone milestone) {
        String news = plan.end().orElseThrow() + " " + milestone;
        boolean told = news.equals(account.getFirstAttribute(TOLD)) || isMailed(account, plan, milestone);
        if (told) {
            account.setSingleAttribute(TOLD, news);
        }
        return told;
    }

    /** In the queue, in this transaction; what is not is tried again when the step is next run. */
    private boolean isMailed(UserModel account, Plan plan, Milestone milestone) {
        Map<String, Object> body = new HashMap<>();
        body.put("milestone", milestone.key());
        body.put("end", Date.from(plan.end().orElseThrow()));
        try {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(session.getContext().getRealm())
                    .setUser(account)
                    .send(milestone.key() + "Subject", "trial-reminder.ftl", body);
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
