package com.mailup.keycloak.malformed;

import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.error.KeycloakErrorHandler;

/**
 * Answers a form of the login pages that cannot be parsed with 400 and a message, where Keycloak answers 500 and writes
 * a stack trace. All other failures are left to Keycloak.
 */
@Provider
@Priority(UnreadableFormExceptionMapper.BEFORE_KEYCLOAK)
final class UnreadableFormExceptionMapper implements ExceptionMapper<Throwable> {

    /** Keycloak's own mapper of the same type has the default, 5000. */
    static final int BEFORE_KEYCLOAK = 1000;

    /** The reader has no exception of its own: percent signs, too many fields and broken parts all fail differently. */
    private static final String FORM_READER = "org.jboss.resteasy.reactive.server.handlers.FormBodyHandler";

    @Context
    KeycloakSession session;

    @Override
    public Response toResponse(Throwable failure) {
        boolean loginPage = LoginPages.contains(session.getContext().getUri());
        if (loginPage && isBadRequest(failure) && !canRenderPage()) {
            return Response.status(Status.BAD_REQUEST).build();
        } else if (!loginPage || failure instanceof WebApplicationException || !isThrownByFormReader(failure)) {
            return KeycloakErrorHandler.getResponse(session, failure);
        }
        session.getTransactionManager().setRollbackOnly();
        return ErrorPage.error(session, null, Status.BAD_REQUEST, "invalidRequestMessage");
    }

    /** Some requests fail before {@link UnreadableHeadersRequestFilter} sees them, and no page can be written with such headers. */
    private boolean canRenderPage() {
        try {
            session.getContext().getUri().getRequestUri();
            session.getContext().getHttpRequest().getHttpHeaders().getAcceptableLanguages();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static boolean isBadRequest(Throwable failure) {
        return failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() == Status.BAD_REQUEST.getStatusCode();
    }

    private static boolean isThrownByFormReader(Throwable failure) {
        return Stream.of(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(FORM_READER));
    }
}
