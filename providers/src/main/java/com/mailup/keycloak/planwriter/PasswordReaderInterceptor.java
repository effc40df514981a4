package com.mailup.keycloak.planwriter;

import com.mailup.keycloak.plan.PlanWriters;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Refuses a request of an account that writes plans if there is a password in it, before the request is handled. A
 * permission of Keycloak cannot do that: one that denies {@code reset-password} for all users denies {@code view} and
 * {@code manage} too, and it is not checked for a password inside a user.
 */
@Provider
final class PasswordReaderInterceptor implements ReaderInterceptor {

    private static final Logger LOG = Logger.getLogger(PasswordReaderInterceptor.class);

    /** The body is checked, since one path has many spellings; before the endpoint, which may change a directory. */
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Object read = context.proceed();
        if (hasPassword(read)) {
            KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
            sender(session).filter(sender -> writesPlans(session, sender)).ifPresent(sender -> refuse(session, sender));
        }
        return read;
    }

    private static boolean hasPassword(Object read) {
        return read instanceof CredentialRepresentation
                || read instanceof UserRepresentation account
                        && account.getCredentials() != null
                        && !account.getCredentials().isEmpty();
    }

    /** The user whose permissions Keycloak checks; not the subject of the token, which a mapper may have changed. */
    private static Optional<UserModel> sender(KeycloakSession session) {
        return Optional.ofNullable(session.getContext().getUserSession()).map(UserSessionModel::getUser);
    }

    private static boolean writesPlans(KeycloakSession session, UserModel sender) {
        return new PlanWriters(session, session.getContext().getRealm()).includes(sender.getId());
    }

    private static void refuse(KeycloakSession session, UserModel sender) {
        LOG.warnf(
                "The account %s of the client %s tried to set a password in the realm %s, which an account that writes plans may not.",
                sender.getId(),
                session.getContext().getClient().getClientId(),
                session.getContext().getRealm().getName());
        throw new ForbiddenException();
    }
}
