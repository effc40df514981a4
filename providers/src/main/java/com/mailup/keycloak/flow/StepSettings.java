package com.mailup.keycloak.flow;

import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/** What an administrator has set on a step of a flow; nothing where the flow lacks that step. */
public record StepSettings(Optional<AuthenticatorConfigModel> values) {

    /** The step of a reset-credentials flow that holds what both recoveries and registrations go by. */
    private static final String RECOVERY_STEP = "mailup-throttle";

    /** Of the recoveries; registrations go by them too. */
    public static StepSettings ofRecoveries(RealmModel realm) {
        return of(realm, realm.getResetCredentialsFlow(), RECOVERY_STEP);
    }

    public static StepSettings of(RealmModel realm, AuthenticationFlowModel flow, String step) {
        return new StepSettings(realm.getAuthenticationExecutionsStream(flow.getId())
                .filter(execution -> step.equals(execution.getAuthenticator()) && !execution.isDisabled())
                .map(AuthenticationExecutionModel::getAuthenticatorConfig)
                .filter(Objects::nonNull)
                .map(realm::getAuthenticatorConfigById)
                .filter(Objects::nonNull)
                .findFirst());
    }

    /** The value in force. */
    public <T> T value(Setting<T> setting) {
        return setting.valueIn(values);
    }

    /** The value in force; the usual one where what is set cannot be used, for what must go on all the same. */
    public <T> T valueOrDefault(Setting<T> setting) {
        return setting.violation(values).isEmpty() ? value(setting) : setting.defaultValue();
    }
}
