package com.mailup.keycloak.planwriter;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.utils.KeycloakSessionUtil;

/** Remembers for the time of a request that the account in it came with credentials, which no event tells. */
@Provider
final class PasswordReaderInterceptor implements ReaderInterceptor {

    private static final String READ = PasswordReaderInterceptor.class.getName();

    static boolean hasRead(KeycloakSession session) {
        return session.getAttribute(READ) != null;
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object read = context.proceed();
        if (read instanceof UserRepresentation account
                && account.getCredentials() != null
                && !account.getCredentials().isEmpty()) {
            KeycloakSessionUtil.getKeycloakSession().setAttribute(READ, true);
        }
        return read;
    }
}
