package com.mailup.keycloak.mailqueue;

import org.keycloak.email.EmailException;

/** A mail cannot be written to its recipient: no attempt will go better. */
public final class RecipientException extends EmailException {

    private static final long serialVersionUID = 1L;

    /** @param cause holds no address where it is reported */
    public RecipientException(String message, Throwable cause) {
        super(message, cause);
    }
}
