package com.mailup.keycloak.flowcheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * A realm's reset-credentials flow, which proves who somebody is by Keycloak's link and nothing else: our steps, "Send
 * Reset Email", "Reset Password", all of them required, in this order, with nothing unknown before the proof.
 */
record ResetFlow(KeycloakSession session, RealmModel realm) {

    private static final String SEND_EMAIL = "reset-credential-email";
    private static final List<String> REQUIRED_STEPS = List.of("mailup-password-reset", SEND_EMAIL, "reset-password");
    private static final String PREFIX = "mailup-";

    /** Whether a step of ours is in it, and so the rules of this class hold. */
    boolean hasMailupStep() {
        return steps().anyMatch(step -> id(step).startsWith(PREFIX));
    }

    Stream<String> violations() {
        return Stream.of(order(), unknownSteps(), settings()).flatMap(found -> found);
    }

    /** Those of its steps' settings, which hold the limits of registrations too. */
    Stream<String> settings() {
        return new StepConfigs(session, realm).violations(steps());
    }

    private Stream<String> order() {
        List<String> present = steps().filter(AuthenticationExecutionModel::isRequired)
                .map(ResetFlow::id)
                .toList();
        List<String> violations = new ArrayList<>();
        int last = -1;
        for (String needed : REQUIRED_STEPS) {
            int place = present.indexOf(needed);
            if (place < 0) {
                violations.add("the reset-credentials flow lacks the step %s, or it is not required".formatted(needed));
            } else if (place < last) {
                violations.add("the step %s comes too early in the reset-credentials flow".formatted(needed));
            }
            last = Math.max(last, place);
        }
        return violations.stream();
    }

    /** A step that we do not know, before the proof, might set the user without one. */
    private Stream<String> unknownSteps() {
        return steps().takeWhile(step -> !SEND_EMAIL.equals(id(step)))
                .filter(step -> !id(step).startsWith(PREFIX) && !REQUIRED_STEPS.contains(id(step)))
                .map(step -> "the reset-credentials flow has %s before %s, which proves nothing"
                        .formatted(step.isAuthenticatorFlow() ? "a sub-flow" : "the step " + id(step), SEND_EMAIL));
    }

    private Stream<AuthenticationExecutionModel> steps() {
        return Optional.ofNullable(realm.getResetCredentialsFlow()).map(AuthenticationFlowModel::getId).stream()
                .flatMap(realm::getAuthenticationExecutionsStream)
                .filter(step -> !step.isDisabled());
    }

    private static String id(AuthenticationExecutionModel step) {
        return Objects.requireNonNullElse(step.getAuthenticator(), "");
    }
}
