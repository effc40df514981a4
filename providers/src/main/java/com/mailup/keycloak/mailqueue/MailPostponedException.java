package com.mailup.keycloak.mailqueue;

import java.time.Instant;
import java.util.Optional;

/** It cannot be decided yet who gets which mail, or it is not the mail's turn. */
public final class MailPostponedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Instant until;

    /** To be tried after the usual pause. @param reason without anything that was typed */
    public MailPostponedException(String reason) {
        this(reason, null);
    }

    /** To be tried at this time. @param reason without anything that was typed */
    public MailPostponedException(String reason, Instant until) {
        super(reason);
        this.until = until;
    }

    Optional<Instant> until() {
        return Optional.ofNullable(until);
    }
}
