package com.mailup.keycloak.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticatorConfigModel;

class SettingTest {

    private static final Setting<Integer> MAILS =
            Setting.count("mails", 3, "Mails", "How many.").formerly("mailsPerQuarterHour");

    private static int value(Map<String, String> values) {
        AuthenticatorConfigModel step = new AuthenticatorConfigModel();
        step.setConfig(values);
        return MAILS.valueIn(Optional.of(step));
    }

    @Test
    void the_value_of_an_earlier_version_is_in_force_until_there_is_one_of_today() {
        assertThat(value(Map.of("mailsPerQuarterHour", "7"))).isEqualTo(7);
        assertThat(value(Map.of("mailsPerQuarterHour", "7", "mails", ""))).isEqualTo(7);
        assertThat(value(Map.of("mailsPerQuarterHour", "7", "mails", "5"))).isEqualTo(5);
        assertThat(value(Map.of("mailsPerQuarterHour", " "))).isEqualTo(3);
        assertThat(value(Map.of())).isEqualTo(3);
    }

    @Test
    void it_is_copied_where_there_is_none_of_today() {
        assertThat(MAILS.formerValue(Map.of("mailsPerQuarterHour", "7"))).contains("7");
        assertThat(MAILS.formerValue(Map.of("mailsPerQuarterHour", "7", "mails", "")))
                .contains("7");
        assertThat(MAILS.formerValue(Map.of("mailsPerQuarterHour", "7", "mails", "5")))
                .isEmpty();
        assertThat(MAILS.formerValue(Map.of("mails", "5"))).isEmpty();
    }
}
