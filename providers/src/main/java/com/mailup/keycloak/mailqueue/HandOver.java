package com.mailup.keycloak.mailqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;

/**
 * A mail that is written and has yet to be handed to its mail server. On a worker's session the sender leaves it here, and
 * the worker runs it once the transaction that wrote the mail has committed, so that nothing of the database is held
 * while a mail server is spoken to.
 */
@FunctionalInterface
public interface HandOver {

    /** Reads nothing of the database. */
    void run() throws EmailException;

    /** Where a worker's session collects its mails; nothing on any other session. */
    static Optional<List<HandOver>> ofWorker(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(Collected.class.getName(), Collected.class))
                .map(Collected::mails);
    }

    /** Makes this session a worker's. */
    static List<HandOver> collect(KeycloakSession session) {
        Collected collected = new Collected(new ArrayList<>());
        session.setAttribute(Collected.class.getName(), collected);
        return collected.mails();
    }

    /** @param mails in the order in which they were written */
    record Collected(List<HandOver> mails) {}
}
