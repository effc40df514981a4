package com.mailup.keycloak.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({"192.0.2.1,192.0.2.1", "::ffff:192.0.2.1,192.0.2.1", "[::ffff:192.0.2.1],192.0.2.1"})
    void an_ipv4_address_counts_for_itself_however_it_is_written(String text, String network) {
        assertThat(new ClientAddress(text).network()).isEqualTo(network);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001:db8:1:2::1", "2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:0db8:0001:0002::%eth0"})
    void ipv6_addresses_of_one_network_count_together(String text) {
        assertThat(new ClientAddress(text).network()).isEqualTo(new ClientAddress("2001:db8:1:2::9").network());
    }

    @Test
    void ipv6_addresses_of_two_networks_do_not() {
        assertThat(new ClientAddress("2001:db8:1:3::1").network())
                .isNotEqualTo(new ClientAddress("2001:db8:1:2::1").network());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unknown", "not:an:address"})
    void a_text_that_is_no_address_counts_for_itself(String text) {
        assertThat(new ClientAddress(text).network()).isEqualTo(text);
    }

    @Test
    void no_address_at_all_is_one_client_too() {
        assertThat(new ClientAddress(null).network()).isEqualTo("null");
    }
}
