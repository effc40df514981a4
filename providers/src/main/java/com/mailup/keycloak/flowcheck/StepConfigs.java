package com.mailup.keycloak.flowcheck;

import com.mailup.keycloak.flow.StepAuthenticatorFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The configurations of the steps of this extension. */
record StepConfigs(KeycloakSession session, RealmModel realm) {

    /**
     * Of one step, in whatever flow.
     *
     * @param ids of which one is the step's or its settings'
     */
    Stream<String> violations(List<String> ids) {
        return realm.getAuthenticationFlowsStream()
                .flatMap(flow -> violations(realm.getAuthenticationExecutionsStream(flow.getId())
                        .filter(step -> !step.isDisabled())
                        .filter(step -> Stream.of(step.getId(), step.getAuthenticatorConfig())
                                .filter(Objects::nonNull)
                                .anyMatch(ids::contains))));
    }

    Stream<String> violations(Stream<AuthenticationExecutionModel> steps) {
        return steps.flatMap(step -> factory(step).stream()
                .flatMap(factory -> factory.violations(
                        Optional.ofNullable(step.getAuthenticatorConfig()).map(realm::getAuthenticatorConfigById))));
    }

    /**
     * Renames values that an earlier version stored under former names: the console would show the default in their
     * place, and write it at the next edit.
     */
    void renameFormer() {
        realm.getAuthenticationFlowsStream()
                .flatMap(flow -> realm.getAuthenticationExecutionsStream(flow.getId()))
                .filter(step -> step.getAuthenticatorConfig() != null)
                .forEach(step -> factory(step).ifPresent(factory -> rename(step.getAuthenticatorConfig(), factory)));
    }

    private void rename(String id, StepAuthenticatorFactory factory) {
        AuthenticatorConfigModel config = realm.getAuthenticatorConfigById(id);
        if (config == null || config.getConfig() == null) {
            return;
        }
        Map<String, String> former = factory.formerValues(config.getConfig());
        if (!former.isEmpty()) {
            Map<String, String> values = new HashMap<>(config.getConfig());
            values.putAll(former);
            config.setConfig(values);
            realm.updateAuthenticatorConfig(config);
        }
    }

    private Optional<StepAuthenticatorFactory> factory(AuthenticationExecutionModel step) {
        return Optional.ofNullable(step.getAuthenticator())
                .map(id -> session.getKeycloakSessionFactory().getProviderFactory(Authenticator.class, id))
                .filter(StepAuthenticatorFactory.class::isInstance)
                .map(StepAuthenticatorFactory.class::cast);
    }
}
