package com.mailup.keycloak.mailqueue;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Why a mail was not sent, in words that hold no address.
 *
 * @param reason kind of the failure, and the mail server's code where it gave one
 * @param isFinal whether no attempt will go better: the recipient cannot be written to, or the mail server has answered with a
 *     code of 500 or more, unless it has refused the sender, which the realm's administrator can change
 */
public record MailFailure(String reason, boolean isFinal) {

    public static MailFailure of(Exception failure) {
        Optional<Integer> code = causes(failure).flatMap(MailFailure::code).findFirst();
        String kind = causes(failure)
                .reduce((outer, inner) -> inner)
                .orElse(failure)
                .getClass()
                .getSimpleName();
        return new MailFailure(
                code.map(number -> kind + " " + number).orElse(kind),
                causes(failure).anyMatch(RecipientException.class::isInstance)
                        || code.filter(number -> number >= 500).isPresent()
                                && causes(failure).noneMatch(MailFailure::isOfSender));
    }

    /** Whether the mail server has refused the sender, before it heard of the recipient or of the text. */
    public static boolean isOfSender(Throwable failure) {
        return failure instanceof SMTPSendFailedException refused
                && refused.getCommand().startsWith("MAIL");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private static Stream<Integer> code(Throwable cause) {
        if (cause instanceof SMTPSendFailedException refused) {
            return Stream.concat(
                    Stream.of(refused.getReturnCode()).filter(code -> code > 0),
                    Stream.iterate(refused.getNextException(), next -> next != null, MailFailure::next)
                            .flatMap(MailFailure::code));
        }
        return cause instanceof SMTPAddressFailedException refused ? Stream.of(refused.getReturnCode()) : Stream.of();
    }

    private static Exception next(Exception failure) {
        return failure instanceof jakarta.mail.MessagingException chained ? chained.getNextException() : null;
    }
}
