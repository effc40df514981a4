package com.mailup.keycloak.flowcheck;

import com.mailup.keycloak.flow.FlowStepFactory;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** What administrators have set on steps of ours. */
record StepValues(KeycloakSession session, RealmModel realm) {

    /**
     * Of one step, in whatever flow.
     *
     * @param ids of which one is the step's or its settings'
     */
    Stream<String> complaints(List<String> ids) {
        return realm.getAuthenticationFlowsStream()
                .flatMap(flow -> complaints(realm.getAuthenticationExecutionsStream(flow.getId())
                        .filter(step -> !step.isDisabled())
                        .filter(step -> Stream.of(step.getId(), step.getAuthenticatorConfig())
                                .filter(Objects::nonNull)
                                .anyMatch(ids::contains))));
    }

    Stream<String> complaints(Stream<AuthenticationExecutionModel> steps) {
        return steps.flatMap(step -> factory(step).stream()
                .flatMap(factory -> factory.complaints(
                        Optional.ofNullable(step.getAuthenticatorConfig()).map(realm::getAuthenticatorConfigById))));
    }

    private Optional<FlowStepFactory> factory(AuthenticationExecutionModel step) {
        return Optional.ofNullable(step.getAuthenticator())
                .map(id -> session.getKeycloakSessionFactory().getProviderFactory(Authenticator.class, id))
                .filter(FlowStepFactory.class::isInstance)
                .map(FlowStepFactory.class::cast);
    }
}
