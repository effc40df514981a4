package com.mailup.keycloak.flowcheck;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;

/** A realm's registration flow: our form, and after it our step, which sends the mail that a trial is opened with. */
record RegistrationFlow(KeycloakSession session, RealmModel realm) {

    private static final String FORM_ACTION = "mailup-trial-form";
    private static final String STEP = "mailup-trial-registration";
    private static final String USERNAME = "mailup-trial-username";

    boolean hasMailupStep() {
        return topLevel().anyMatch(step -> is(STEP, step) || isForm(step));
    }

    Stream<String> violations() {
        List<AuthenticationExecutionModel> steps = topLevel().toList();
        boolean formThenMail = steps.size() == 2
                && isForm(steps.get(0))
                && is(STEP, steps.get(1))
                && steps.stream().allMatch(AuthenticationExecutionModel::isRequired);
        Stream<String> order = formThenMail
                ? Stream.of()
                : Stream.of(
                        "the registration flow has to be a form with the part %s and then the step %s, both required"
                                .formatted(FORM_ACTION, STEP));
        Stream<String> action = isUsernameActionEnabled()
                ? Stream.of()
                : Stream.of("the required action %s is off: nobody would be told a new user name".formatted(USERNAME));
        return Stream.of(
                        order,
                        action,
                        new StepConfigs(session, realm).violations(topLevel()),
                        new ResetFlow(session, realm).settings())
                .flatMap(found -> found);
    }

    private boolean isUsernameActionEnabled() {
        return Optional.ofNullable(realm.getRequiredActionProviderByAlias(USERNAME))
                .filter(RequiredActionProviderModel::isEnabled)
                .isPresent();
    }

    private boolean isForm(AuthenticationExecutionModel step) {
        return step.isAuthenticatorFlow()
                && realm.getAuthenticationExecutionsStream(step.getFlowId())
                        .anyMatch(part -> is(FORM_ACTION, part) && part.isRequired());
    }

    private static boolean is(String id, AuthenticationExecutionModel step) {
        return Objects.equals(id, step.getAuthenticator());
    }

    private Stream<AuthenticationExecutionModel> topLevel() {
        return Optional.ofNullable(realm.getRegistrationFlow()).map(AuthenticationFlowModel::getId).stream()
                .flatMap(realm::getAuthenticationExecutionsStream)
                .filter(step -> !step.isDisabled());
    }
}
