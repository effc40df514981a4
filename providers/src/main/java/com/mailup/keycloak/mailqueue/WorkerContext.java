package com.mailup.keycloak.mailqueue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * What a worker's session is at.
 *
 * @param job id of the job: the same at each attempt
 * @param lastError why its last attempt did not end it; null at the first one
 * @param mails that were written, in their order; they leave after the commit
 */
public record WorkerContext(String job, String lastError, List<PendingDelivery> mails) {

    /** Nothing on any other session. */
    public static Optional<WorkerContext> of(KeycloakSession session) {
        return Optional.ofNullable(session.getAttribute(WorkerContext.class.getName(), WorkerContext.class));
    }

    /** Makes this session a worker's. */
    static WorkerContext begin(KeycloakSession session, Claim claim) {
        WorkerContext worker = new WorkerContext(claim.id(), claim.lastError(), new ArrayList<>());
        session.setAttribute(WorkerContext.class.getName(), worker);
        return worker;
    }
}
