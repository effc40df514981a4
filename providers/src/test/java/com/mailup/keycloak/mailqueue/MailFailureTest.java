package com.mailup.keycloak.mailqueue;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.email.EmailException;

/** Which failures end a mail. */
class MailFailureTest {

    @ParameterizedTest
    @CsvSource({
        "MAIL FROM:<noreply@example.com>, 530, false",
        "MAIL FROM:<noreply@example.com>, 552, false",
        "MAIL FROM:<noreply@example.com>, 451, false",
        "RCPT TO:<anna@example.com>,      550, true",
        "RCPT TO:<anna@example.com>,      450, false",
        "DATA,                            554, true",
        "DATA,                            452, false"
    })
    void a_code_of_500_or_more_is_final_unless_it_is_the_senders(String command, int code, boolean isFinal) {
        Address[] none = {};
        Exception refused = new SMTPSendFailedException(command, code, "no", null, none, none, none);

        MailFailure failure = MailFailure.of(new EmailException("The mail was not sent", refused));

        assertThat(failure.isFinal()).isEqualTo(isFinal);
        assertThat(failure.reason()).isEqualTo("SMTPSendFailedException " + code);
    }

    @Test
    void a_recipient_that_cannot_be_written_is_final_and_not_named() {
        AddressException cause = new AddressException("anna@exa!mple.com");

        assertThat(MailFailure.of(new RecipientException("The mail was not sent", cause)))
                .isEqualTo(new MailFailure("AddressException", true));
        assertThat(MailFailure.of(new EmailException("The mail was not sent", cause))
                        .isFinal())
                .isFalse();
    }
}
