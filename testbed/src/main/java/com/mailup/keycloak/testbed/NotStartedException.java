package com.mailup.keycloak.testbed;

/** A program that tests need has not started: nothing is known of what they wanted to see. */
public final class NotStartedException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    NotStartedException(String message) {
        super(message);
    }
}
