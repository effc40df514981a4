package com.mailup.keycloak.trialregistration;

import com.mailup.keycloak.testbed.AdminApi;

/** The limit of a realm's trials, for benchmarks that open more trials than it allows. */
public record TrialCap(AdminApi admin) {

    /** To as many trials as a realm can be set to. */
    public void raise() {
        admin.changedStep("mailup registration", "mailup-trial-registration", "trials", "9999");
    }
}
