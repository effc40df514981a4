package com.mailup.keycloak.trialreminder;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.plan.Plan;
import com.mailup.keycloak.plan.PlanStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MilestoneTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"P7DT1S,", "P7D,WEEK", "P1DT1S,WEEK", "P1D,DAY", "PT1S,DAY", "PT0S,ENDED", "P-40D,ENDED"})
    void the_latest_that_has_come_counts(Duration left, Milestone milestone) {
        Plan plan = new Plan(PlanStatus.TRIAL, Optional.of(NOW.plus(left)), Optional.empty());

        assertThat(Milestone.of(plan, NOW)).isEqualTo(Optional.ofNullable(milestone));
    }

    @Test
    void without_an_end_none_ever_comes() {
        assertThat(Milestone.of(new Plan(PlanStatus.TRIAL, Optional.empty(), Optional.empty()), NOW))
                .isEmpty();
    }
}
