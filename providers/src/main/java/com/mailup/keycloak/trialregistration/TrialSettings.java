package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.flow.Setting;
import com.mailup.keycloak.flow.StepSettings;
import java.time.Duration;
import org.keycloak.models.RealmModel;

/**
 * How long a trial lasts, and how many there may be, as the realm has set it.
 *
 * @param perAddress that may run at the same time
 * @param ofRealm that are opened within the window, for all addresses together
 */
record TrialSettings(int days, int perAddress, int ofRealm, Duration window) {

    static final Setting<Integer> DAYS = Setting.count(
            "trialDays", 30, "Days of a trial", "How many days a trial lasts, from its confirmation: 1 to 9999.");
    static final Setting<Integer> PER_ADDRESS = Setting.count(
            "trialsPerAddress",
            1,
            "Trials for an address",
            "How many trials of an e-mail address may run at the same time: 1 to 9999. Those that are over do not count.");

    static final Setting<Integer> OF_REALM = Setting.count(
                    "trials",
                    1000,
                    "Trials of the realm",
                    "How many trials are opened within the window, for all addresses together: 1 to 9999. Further ones wait for their"
                            + " turn, and the alarm MailupTrialsCapped rings.")
            .formerly("trialsPerHour");
    static final Setting<Integer> MINUTES = Setting.count(
            "trialMinutes",
            60,
            "Trials of the realm: window in minutes",
            "The window of that limit: 1 to 9999 minutes.");

    static TrialSettings of(RealmModel realm) {
        StepSettings step =
                StepSettings.of(realm, realm.getRegistrationFlow(), TrialRegistrationAuthenticatorFactory.ID);
        return new TrialSettings(
                step.value(DAYS),
                step.value(PER_ADDRESS),
                step.value(OF_REALM),
                Duration.ofMinutes(step.value(MINUTES)));
    }
}
