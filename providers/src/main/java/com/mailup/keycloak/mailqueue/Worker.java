package com.mailup.keycloak.mailqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * What a worker's session is at.
 *
 * @param job id of the job: the same at each attempt
 * @param mails that were written, in their order; they leave after the commit
 */
public record Worker(String job, List<HandOver> mails) {

    /** Nothing on any other session. */
    public static Optional<Worker> of(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(Worker.class.getName(), Worker.class));
    }

    /** Makes this session a worker's. */
    static Worker begin(KeycloakSession session, Claim claim) {
        Worker worker = new Worker(claim.id(), new ArrayList<>());
        session.setAttribute(Worker.class.getName(), worker);
        return worker;
    }
}
