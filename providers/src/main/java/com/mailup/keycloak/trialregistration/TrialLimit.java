package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.plan.Plan;
import com.mailup.keycloak.plan.PlanStatus;
import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/** How many trials of one address may run at the same time. */
record TrialLimit(KeycloakSession session) {

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
