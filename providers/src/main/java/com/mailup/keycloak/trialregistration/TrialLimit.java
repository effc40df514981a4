package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.mailqueue.MailCount;
import com.mailup.keycloak.plan.Plan;
import com.mailup.keycloak.plan.PlanStatus;
import java.time.Duration;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** How many trials of one address may run at the same time. */
record TrialLimit(KeycloakSession session) {

    /** Of all trials together. */
    static MailCount.Limit ofRealm(KeycloakSession session) {
        int trials = TrialSettings.of(session.getContext().getRealm()).perHour();
        return new MailCount.Limit("realm-hour", trials, Duration.ofHours(1));
    }

    boolean allowsOneMore(List<UserModel> owned) {
        int limit = TrialSettings.of(session.getContext().getRealm()).perAddress();
        long running = owned.stream()
                .filter(account -> Plan.of(account)
                        .filter(plan -> plan.status() == PlanStatus.TRIAL)
                        .isPresent())
                .limit(limit)
                .count();
        return running < limit;
    }
}
