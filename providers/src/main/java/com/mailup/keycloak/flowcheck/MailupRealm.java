package com.mailup.keycloak.flowcheck;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowBindings;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * A realm, and whether it uses this extension: a step of ours is in its browser, reset-credentials or registration
 * flow, or in the browser flow of one of its clients.
 */
public record MailupRealm(RealmModel realm) {

    private static final String PREFIX = "mailup-";

    public boolean hasMailupStep() {
        return Stream.of(realm.getBrowserFlow(), realm.getResetCredentialsFlow(), realm.getRegistrationFlow())
                        .filter(Objects::nonNull)
                        .anyMatch(flow -> hasMailupStep(flow.getId()))
                || realm.getAuthenticationFlowsStream()
                        .filter(AuthenticationFlowModel::isTopLevel)
                        .map(AuthenticationFlowModel::getId)
                        .anyMatch(flow -> hasMailupStep(flow) && isOfClient(flow));
    }

    private boolean isOfClient(String flow) {
        return realm.searchClientByAuthenticationFlowBindingOverrides(
                        Map.of(AuthenticationFlowBindings.BROWSER_BINDING, flow), 0, 1)
                .findAny()
                .isPresent();
    }

    private boolean hasMailupStep(String flow) {
        return realm.getAuthenticationExecutionsStream(flow)
                .filter(step -> !step.isDisabled())
                .anyMatch(step -> isMailupStep(step) || step.isAuthenticatorFlow() && hasMailupStep(step.getFlowId()));
    }

    private static boolean isMailupStep(AuthenticationExecutionModel step) {
        return step.getAuthenticator() != null && step.getAuthenticator().startsWith(PREFIX);
    }
}
