package com.mailup.keycloak.trialregistration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TrialSettingsTest {

    @Test
    void a_realm_of_before_keeps_its_limit() {
        assertThat(new TrialRegistrationAuthenticatorFactory().formerValues(Map.of("trialsPerHour", "50")))
                .containsExactlyEntriesOf(Map.of("trials", "50"));
    }
}
