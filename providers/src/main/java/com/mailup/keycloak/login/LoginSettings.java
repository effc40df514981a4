package com.mailup.keycloak.login;

import com.mailup.keycloak.flow.Setting;
import com.mailup.keycloak.flow.StepSettings;
import java.time.Duration;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The settings of the login step. A value that cannot be used is replaced by the default. */
record LoginSettings(StepSettings step) {

    static final Setting<Integer> DEADLINE = Setting.count(
            "failureMilliseconds",
            500,
            "Failed logins: milliseconds",
            "After how many milliseconds a failed login is answered, whatever was wrong: 1 to 9999. Longer than nearly all "
                    + "comparisons of a password take here, in a user directory too. One that takes longer is answered at the next multiple.");
    static final Setting<Integer> FAILURES = Setting.count(
            "networkFailures",
            100,
            "Failed logins: of one network",
            "How many logins from one client address (IPv6: one /64 network) may fail within the window, over all accounts: 1 to "
                    + "9999. After that nobody there can try for as long. Behind a proxy set --proxy-headers, or all people share the proxy's.");
    static final Setting<Integer> WINDOW = Setting.count(
            "networkMinutes",
            10,
            "Failed logins: window in minutes",
            "The window in which failed logins of one client address are counted, and how long it then has to wait: 1 to 9999 minutes.");

    static LoginSettings of(AuthenticationFlowContext context) {
        return new LoginSettings(new StepSettings(Optional.ofNullable(context.getAuthenticatorConfig())));
    }

    Duration deadline() {
        return Duration.ofMillis(step.valueOrDefault(DEADLINE));
    }

    int failures() {
        return step.valueOrDefault(FAILURES);
    }

    Duration window() {
        return Duration.ofMinutes(step.valueOrDefault(WINDOW));
    }
}
