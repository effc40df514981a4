package com.mailup.keycloak.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.account.EmailAddress;
import com.mailup.keycloak.flow.StepSettings;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SingleUseObjectProvider;

/** What is left of each limit when somebody asks, where an administrator has set nothing. */
class LimitsTest {

    private final SingleUseObjectProvider taken = new MemorySlots().provider();

    /** The limit that is reached first. */
    private Optional<String> ask(String client, String address, String form) {
        return new Limits(new StepSettings(Optional.empty()))
                .buckets(new ClientAddress(client), EmailAddress.parse(address).orElseThrow(), form).stream()
                        .filter(bucket ->
                                bucket.take(taken, UnaryOperator.identity()).isEmpty())
                        .map(Bucket::limit)
                        .findFirst();
    }

    @Test
    void a_form_brings_one_mail_wherever_it_is_sent_from_and_whoever_it_is_for() {
        assertThat(ask("192.0.2.1", "anna@example.com", "form")).isEmpty();
        assertThat(ask("192.0.2.2", "eva@example.com", "form")).contains("form");
        assertThat(ask("192.0.2.2", "eva@example.com", "another form")).isEmpty();
    }

    @Test
    void an_address_gets_three_mails() {
        for (int i = 1; i <= 3; i++) {
            assertThat(ask("192.0.2." + i, "anna@example.com", "form " + i)).isEmpty();
        }
        assertThat(ask("192.0.2.4", "anna@example.com", "form 4")).contains("address-15-minutes");
    }

    @Test
    void a_client_asks_twenty_times() {
        for (int i = 1; i <= 20; i++) {
            assertThat(ask("192.0.2.1", "m" + i + "@example.com", "form " + i)).isEmpty();
        }
        assertThat(ask("192.0.2.1", "anna@example.com", "form 21")).contains("client");
    }
}
