package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.mailqueue.MailCount;
import com.mailup.keycloak.plan.Plan;
import com.mailup.keycloak.plan.PlanStatus;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** How many trials of one address may run at the same time. */
record TrialLimit(KeycloakSession session) {

    /** Of all trials together. The name is that of events, which does not change with the settings. */
    static MailCount.Limit ofRealm(KeycloakSession session) {
        TrialSettings settings = TrialSettings.of(session.getContext().getRealm());
        return new MailCount.Limit("realm-hour", settings.ofRealm(), settings.window());
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
