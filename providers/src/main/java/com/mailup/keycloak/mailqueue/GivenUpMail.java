package com.mailup.keycloak.mailqueue;

/**
 * A mail that was given up, as administrators see it.
 *
 * @param id of its row
 * @param kind of the mail
 * @param reason why the last attempt failed; after "too old: " where its time was over
 * @param requestedAt when it was asked for, in milliseconds since 1970
 * @param sendable whether it can be sent again; not where it held a link, which is not kept
 */
public record GivenUpMail(String id, String kind, String reason, long requestedAt, boolean sendable) {}
