package com.mailup.keycloak.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {

    private static final String LATER = Instant.now().plus(Duration.ofDays(1)).toString();
    private static final String BEFORE = Instant.now().minusSeconds(1).toString();

    @ParameterizedTest
    @CsvSource({"trial,TRIAL", "active,ACTIVE", "expired,EXPIRED"})
    void a_plan_is_what_its_attribute_says(String text, PlanStatus status) {
        assertThat(read(text, LATER)).contains(new Plan(status, Optional.of(Instant.parse(LATER)), Optional.empty()));
        assertThat(Plan.read(List.of(text), List.of(), List.of()))
                .contains(new Plan(status, Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void past_its_end_every_plan_is_expired(PlanStatus status) {
        assertThat(read(status.text(), BEFORE).orElseThrow().status()).isEqualTo(PlanStatus.EXPIRED);
    }

    @Test
    @Tag("A114")
    void a_plan_is_in_force_until_the_moment_of_its_end() {
        Instant now = Instant.now();

        assertThat(read("trial", now.plusSeconds(5).toString()).orElseThrow().status())
                .isEqualTo(PlanStatus.TRIAL);
        assertThat(read("trial", now.toString()).orElseThrow().status()).isEqualTo(PlanStatus.EXPIRED);
    }

    @Test
    void without_an_attribute_there_is_no_plan() {
        assertThat(Plan.read(List.of(), List.of(LATER), List.of())).isEmpty();
        assertThat(Plan.read(List.of(""), List.of(), List.of())).isEmpty();
        assertThat(Plan.read(List.of(" "), List.of(" "), List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Trial", "free", "trial,active", "{0}", "\u0000", "TRIAL"})
    @Tag("A78")
    void an_unknown_plan_cannot_be_read(String text) {
        assertThatThrownBy(() -> Plan.read(List.of(text), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("plan is none of trial, ");
    }

    @Test
    @Tag("A78")
    void several_values_and_endless_ones_cannot_be_read() {
        assertThatThrownBy(() -> Plan.read(List.of("trial", "active"), List.of(), List.of()))
                .hasMessage("plan has several values");
        assertThatThrownBy(() -> Plan.read(List.of("trial".repeat(400)), List.of(), List.of()))
                .hasMessageStartingWith("plan is none of trial, ");
        assertThatThrownBy(() -> Plan.read(List.of("trial"), List.of(LATER, LATER), List.of()))
                .hasMessage("planEndsAt has several values");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "2026-12-31",
                "2026-12-31T23:59:59",
                "2026-13-31T23:59:59Z",
                "+999999999-12-31T23:59:59Z",
                "-0001-12-31T23:59:59Z",
                "0000-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "2026-12-31T23:59:59Z                          Z"
            })
    void an_end_that_is_no_moment_cannot_be_read(String text) {
        assertThatThrownBy(() -> Plan.read(List.of("trial"), List.of(text), List.of()))
                .hasMessage("planEndsAt is no ISO 8601 date-time with an offset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"})
    void an_end_is_in_a_year_of_four_digits(String text) {
        assertThat(Plan.read(List.of("trial"), List.of(text), List.of()).flatMap(Plan::end))
                .contains(Instant.parse(text));
    }

    @Test
    void an_end_counts_in_its_own_offset() {
        assertThat(Plan.read(List.of("active"), List.of("2099-12-31T23:59:59+01:00"), List.of())
                        .flatMap(Plan::end))
                .contains(Instant.parse("2099-12-31T22:59:59Z"));
    }

    @Test
    void an_expired_trial_is_told_from_a_lapsed_subscription() {
        assertThat(read("trial", BEFORE).flatMap(Plan::ended)).contains(PlanStatus.TRIAL);
        assertThat(read("active", BEFORE).flatMap(Plan::ended)).contains(PlanStatus.ACTIVE);
        assertThat(Plan.read(List.of("expired"), List.of(BEFORE), List.of("trial"))
                        .flatMap(Plan::ended))
                .contains(PlanStatus.TRIAL);
        assertThat(read("expired", BEFORE).flatMap(Plan::ended)).isEmpty();
        assertThat(Plan.read(List.of("active"), List.of(LATER), List.of("trial"))
                        .flatMap(Plan::ended))
                .as("what was over before is of no interest")
                .isEmpty();
    }

    private static Optional<Plan> read(String plan, String end) {
        return Plan.read(List.of(plan), List.of(end), List.of());
    }
}
