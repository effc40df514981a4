package com.mailup.keycloak.flowcheck;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * Whether a realm is ours to look after: a step of ours is in its browser, reset-credentials or registration flow, or in the
 * browser flow of one of its clients.
 */
public record OurRealm(RealmModel realm) {

    private static final String OURS = "mailup-";

    public boolean isOurs() {
        return Stream.of(realm.getBrowserFlow(), realm.getResetCredentialsFlow(), realm.getRegistrationFlow())
                        .filter(Objects::nonNull)
                        .anyMatch(flow -> hasOurs(flow.getId()))
                || realm.getAuthenticationFlowsStream()
                        .filter(AuthenticationFlowModel::isTopLevel)
                        .map(AuthenticationFlowModel::getId)
                        .anyMatch(flow -> hasOurs(flow) && isOfClient(flow));
    }

    private boolean isOfClient(String flow) {
        return realm.searchClientByAuthenticationFlowBindingOverrides(
                        Map.of(AuthenticationFlowBindings.BROWSER_BINDING, flow), 0, 1)
                .findAny()
                .isPresent();
    }

    private boolean hasOurs(String flow) {
        return realm.getAuthenticationExecutionsStream(flow)
                .filter(step -> !step.isDisabled())
                .anyMatch(step -> isOurs(step) || step.isAuthenticatorFlow() && hasOurs(step.getFlowId()));
    }

    private static boolean isOurs(AuthenticationExecutionModel step) {
        return step.getAuthenticator() != null && step.getAuthenticator().startsWith(OURS);
    }
}
