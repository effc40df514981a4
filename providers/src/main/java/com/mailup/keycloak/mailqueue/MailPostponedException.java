package com.mailup.keycloak.mailqueue;

/** What a mail has to know cannot be found out at present: its job waits, and is tried again within its life. */
public final class MailPostponedException extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param reason in words that hold nothing that was typed */
    public MailPostponedException(String reason) {
        super(reason);
    }
}
