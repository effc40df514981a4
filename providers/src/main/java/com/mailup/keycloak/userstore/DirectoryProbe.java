package com.mailup.keycloak.userstore;

import java.util.Optional;
import javax.naming.AuthenticationException;
import javax.naming.CommunicationException;
import javax.naming.NamingException;
import javax.naming.ServiceUnavailableException;
import javax.naming.directory.SearchControls;
import javax.naming.ldap.LdapName;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.storage.ldap.LDAPConfig;
import org.keycloak.storage.ldap.idm.store.ldap.LDAPContextManager;

/**
 * Probes an LDAP directory by one search, over a connection such as Keycloak makes, for 3 seconds at most. Keycloak's
 * own searches write a stack trace each while the directory is down, and wait without end while it hangs.
 */
record DirectoryProbe(KeycloakSession session, ComponentModel directory) {

    private static final int MAX_TIMEOUT_MILLIS = 3_000;

    /** Why it does not answer; nothing where it does. */
    Optional<String> failure() {
        try (LDAPContextManager connection = LDAPContextManager.create(session, config())) {
            // People are asked for: a server may know its root, and wait for another one to find them. Refusing is an
            // answer too.
            LDAPConfig config = config();
            SearchControls controls =
                    new SearchControls(config.getSearchScope(), 1, 0, new String[] {"objectClass"}, false, false);
            connection
                    .getLdapContext()
                    .search(
                            new LdapName(config.getUsersDn()),
                            "(" + config.getUsernameLdapAttribute() + "={0})",
                            new Object[] {KeycloakModelUtils.generateId()},
                            controls)
                    .close();
            return Optional.empty();
        } catch (NamingException e) {
            return Optional.of(e)
                    .filter(DirectoryProbe::isUnavailable)
                    .map(failure -> failure.getClass().getSimpleName());
        } catch (RuntimeException e) {
            return Optional.of(e.getClass().getSimpleName());
        }
    }

    /** A read that takes too long has no class of its own. */
    private static boolean isUnavailable(NamingException failure) {
        return failure.getClass() == NamingException.class && !isErrorResponse(failure.getMessage())
                || failure instanceof CommunicationException
                || failure instanceof ServiceUnavailableException
                || failure instanceof AuthenticationException;
    }

    /** Such as an Active Directory that wants a bind before it answers a question. */
    private static boolean isErrorResponse(String message) {
        return message != null && message.startsWith("[LDAP: error code");
    }

    private LDAPConfig config() {
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>(directory.getConfig());
        config.putSingle(
                LDAPConstants.CONNECTION_TIMEOUT, cappedTimeout(config.getFirst(LDAPConstants.CONNECTION_TIMEOUT)));
        config.putSingle(LDAPConstants.READ_TIMEOUT, cappedTimeout(config.getFirst(LDAPConstants.READ_TIMEOUT)));
        // A pooled connection may be open although the directory is down.
        config.putSingle(LDAPConstants.CONNECTION_POOLING, "false");
        if (Boolean.parseBoolean(config.getFirst(LDAPConstants.START_TLS))) {
            // Keycloak writes a stack trace where TLS does not start; any answer before it will do.
            config.putSingle(LDAPConstants.START_TLS, "false");
            config.putSingle(LDAPConstants.AUTH_TYPE, LDAPConstants.AUTH_TYPE_NONE);
        }
        return new LDAPConfig(config);
    }

    private static String cappedTimeout(String millis) {
        return millis != null && millis.matches("0*[1-9]\\d{0,3}") && Integer.parseInt(millis) < MAX_TIMEOUT_MILLIS
                ? millis
                : String.valueOf(MAX_TIMEOUT_MILLIS);
    }
}
