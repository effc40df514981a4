package com.mailup.keycloak.mailqueue;

import org.keycloak.models.KeycloakSession;

/** What is recorded once a mail has been handed over, in the transaction that marks its job as delivered. */
@FunctionalInterface
public interface Receipt {

    /** Of a job that ends without a mail: what there is to record was recorded when that was decided. */
    Receipt NONE = session -> {};

    void record(KeycloakSession session);
}
