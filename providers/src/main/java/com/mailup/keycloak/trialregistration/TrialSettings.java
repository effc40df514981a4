package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.flow.Setting;
import com.mailup.keycloak.flow.StepSettings;
import org.keycloak.models.RealmModel;

/** How long a trial lasts, and how many an address may have, as the realm has set it. */
record TrialSettings(int days, int perAddress, int perHour) {

    static final Setting<Integer> DAYS = Setting.count(
            "trialDays", 30, "Days of a trial", "How many days a trial lasts, from its confirmation: 1 to 9999.");
    static final Setting<Integer> PER_ADDRESS = Setting.count(
            "trialsPerAddress",
            1,
            "Trials for an address",
            "How many trials of an e-mail address may run at the same time: 1 to 9999. Those that are over do not count.");

    static final Setting<Integer> PER_HOUR = Setting.count(
            "trialsPerHour",
            1000,
            "Trials of the realm in an hour",
            "How many trials are opened in an hour, for all addresses together: 1 to 9999. Further ones wait for their turn, and"
                    + " the alarm MailupTrialsCapped rings.");

    static TrialSettings of(RealmModel realm) {
        StepSettings step =
                StepSettings.of(realm, realm.getRegistrationFlow(), TrialRegistrationAuthenticatorFactory.ID);
        return new TrialSettings(step.value(DAYS), step.value(PER_ADDRESS), step.value(PER_HOUR));
    }
}
