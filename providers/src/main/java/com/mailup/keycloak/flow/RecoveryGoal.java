package com.mailup.keycloak.flow;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * What somebody opened the reset-credentials flow for: the query parameter {@code recover} of the link, remembered for
 * refresh and language switch. From outside, {@code /protocol/openid-connect/forgot-credentials} takes it too. Without
 * it, the password.
 */
public enum RecoveryGoal {
    PASSWORD,
    USERNAME;

    private static final String PARAMETER = "recover";
    // Named after the flow: a note shared with another flow shows the wrong page on the way back to the login.
    private static final String NOTE = "mailup-reset-credentials.recover";
    // Keycloak keeps unknown parameters of an authorization request under this prefix.
    private static final String CLIENT_NOTE = "client_request_param_" + PARAMETER;

    public static RecoveryGoal of(AuthenticationFlowContext context) {
        Optional<RecoveryGoal> asked =
                parse(context.getUriInfo().getQueryParameters().getFirst(PARAMETER));
        asked.ifPresent(goal -> context.getAuthenticationSession().setAuthNote(NOTE, goal.name()));
        return asked.or(() -> parse(context.getAuthenticationSession().getAuthNote(NOTE)))
                .or(() -> parse(context.getAuthenticationSession().getClientNote(CLIENT_NOTE)))
                .orElse(PASSWORD);
    }

    private static Optional<RecoveryGoal> parse(String text) {
        String name = Objects.requireNonNullElse(text, "").toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(goal -> goal.name().equals(name)).findFirst();
    }
}
