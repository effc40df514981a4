package com.mailup.keycloak.mailqueue;

import org.keycloak.email.EmailException;

/** A mail was not handed over for a reason that is the mail server's: other mails would have met the same. */
public final class MailServerException extends EmailException {

    private static final long serialVersionUID = 1L;

    private final ServerState state;

    public MailServerException(ServerState state, String message, Throwable cause) {
        super(message, cause);
        this.state = state;
    }

    ServerState state() {
        return state;
    }
}
