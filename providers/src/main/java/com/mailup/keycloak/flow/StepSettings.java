package com.mailup.keycloak.flow;

import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/** What an administrator has set on a step of a flow; nothing where the flow lacks that step. */
public record StepSettings(Optional<AuthenticatorConfigModel> values) {

    /** The step of a reset-credentials flow that holds the settings of recoveries and registrations. */
    private static final String RECOVERY_STEP = "mailup-throttle";

    /** The settings of recoveries, which registrations use too. */
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

    /** The value in force; the default where the value that is set cannot be used. */
    public <T> T valueOrDefault(Setting<T> setting) {
        return setting.violation(values).isEmpty() ? value(setting) : setting.defaultValue();
    }
}
