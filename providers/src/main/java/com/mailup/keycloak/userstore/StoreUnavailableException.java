package com.mailup.keycloak.userstore;

/** A user store did not answer, so that it is not known whether there is such an account. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For events and metrics. */
    public static final String REASON = "user_store_unavailable";

    /** Without a stack trace: each request may throw one while a directory is down. */
    StoreUnavailableException(String store) {
        super("The user store " + store + " does not answer", null, false, false);
    }
}
