package com.mailup.keycloak.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.flow.StepSettings;
import com.mailup.keycloak.mailqueue.MailCount;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.keycloak.models.SingleUseObjectProvider;

/** What is left of each limit when somebody asks, where an administrator has set nothing. */
class LimitsTest {

    private final SingleUseObjectProvider taken = new MemorySlots().provider();

    /** The limit that is reached first. */
    private Optional<String> ask(String client, String form) {
        return new Limits(new StepSettings(Optional.empty()))
                .buckets(new ClientAddress(client), form).stream()
                        .filter(bucket ->
                                bucket.take(taken, UnaryOperator.identity()).isEmpty())
                        .map(Bucket::limit)
                        .findFirst();
    }

    @Test
    void a_form_brings_one_mail_wherever_it_is_sent_from() {
        assertThat(ask("192.0.2.1", "form")).isEmpty();
        assertThat(ask("192.0.2.2", "form")).contains("form");
        assertThat(ask("192.0.2.2", "another form")).isEmpty();
    }

    @Test
    void a_mailbox_gets_three_mails_in_fifteen_minutes_and_ten_a_day() {
        assertThat(new Limits(new StepSettings(Optional.empty())).mails())
                .containsExactly(
                        new MailCount.Limit("address-15-minutes", 3, Duration.ofMinutes(15)),
                        new MailCount.Limit("address-day", 10, Duration.ofDays(1)));
    }

    @Test
    void a_client_asks_twenty_times() {
        for (int i = 1; i <= 20; i++) {
            assertThat(ask("192.0.2.1", "form " + i)).isEmpty();
        }
        assertThat(ask("192.0.2.1", "form 21")).contains("client");
    }
}
