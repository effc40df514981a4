package com.mailup.keycloak.mailqueue;

/**
 * A mail cannot be written now, because a service that it needs does not answer. Its job stays, and is tried again
 * until it is too old.
 */
public final class MailPostponedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason without anything that was typed */
    public MailPostponedException(String reason) {
        super(reason);
    }
}
