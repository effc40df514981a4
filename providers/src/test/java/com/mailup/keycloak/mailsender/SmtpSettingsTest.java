package com.mailup.keycloak.mailsender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.AddressException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.email.EmailException;

class SmtpSettingsTest {

    private static final Map<String, String> INTERNATIONAL =
            Map.of("from", "noreply@müller.example", "replyTo", "aiuto@città.example");

    /** As Keycloak's own sender does: a server that knows ASCII only refuses the mail, or the header arrives broken. */
    @Test
    void a_sender_with_an_internationalised_domain_is_written_in_ascii() throws Exception {
        Sender sender = new SmtpSettings(INTERNATIONAL).sender();

        assertThat(sender.address().getAddress()).isEqualTo("noreply@xn--mller-kva.example");
        assertThat(sender.replyTo().getAddress()).isEqualTo("aiuto@xn--citt-3na.example");
    }

    @Test
    void a_server_that_understands_utf_8_is_given_it_as_it_is() throws Exception {
        SmtpSettings settings = new SmtpSettings(Map.of(
                "from", INTERNATIONAL.get("from"), "replyTo", INTERNATIONAL.get("replyTo"), "allowutf8", "true"));

        assertThat(settings.sender().address().getAddress()).isEqualTo(INTERNATIONAL.get("from"));
        assertThat(settings.sender().replyTo().getAddress()).isEqualTo(INTERNATIONAL.get("replyTo"));
        assertThat(settings.recipient("müller@example.com").getAddress()).isEqualTo("müller@example.com");
    }

    @Test
    void a_recipient_is_written_as_a_sender_is() throws Exception {
        assertThat(new SmtpSettings(Map.of()).recipient("anna@müller.example").getAddress())
                .isEqualTo("anna@xn--mller-kva.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"müller@example.com", "anna@exa!mple.com", "no address"})
    void what_the_server_cannot_be_given_is_no_address(String address) {
        SmtpSettings settings = new SmtpSettings(Map.of("from", address));

        assertThatThrownBy(settings::sender).isInstanceOf(AddressException.class);
        assertThatThrownBy(() -> settings.recipient(address)).isInstanceOf(AddressException.class);
    }

    @Test
    void a_person_with_such_an_address_is_refused_before_a_mail_is_queued() {
        SmtpSettings settings = new SmtpSettings(Map.of());

        assertThatThrownBy(() -> settings.validateRecipient("anna@exa!mple.com"))
                .isInstanceOf(EmailException.class);
        assertThatCode(() -> settings.validateRecipient("anna@example.com")).doesNotThrowAnyException();
    }

    @Test
    void settings_without_a_sender_and_a_person_without_an_address_are_told_alike() {
        SmtpSettings settings = new SmtpSettings(Map.of());

        assertThatThrownBy(settings::sender).isInstanceOf(AddressException.class);
        assertThatThrownBy(() -> settings.recipient(null)).isInstanceOf(AddressException.class);
    }
}
