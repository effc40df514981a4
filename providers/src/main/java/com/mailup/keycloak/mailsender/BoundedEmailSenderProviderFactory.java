package com.mailup.keycloak.mailsender;

import com.mailup.keycloak.mailqueue.MailQueue;
import org.keycloak.Config;
import org.keycloak.email.EmailSenderProvider;
import org.keycloak.email.EmailSenderProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Makes the sender {@code mailup}, which goes before Keycloak's own in every realm of the server: mail leaves the request
 * through the {@link MailQueue}. No settings but the realm's own (Realm settings, Email), read at the moment of sending;
 * its time-outs are replaced by a bound of 15 seconds for the whole conversation. To have Keycloak's sender back, start
 * with {@code --spi-email-sender--provider=default}.
 */
public final class BoundedEmailSenderProviderFactory implements EmailSenderProviderFactory {

    private final SmtpConnections connections = new SmtpConnections();

    @Override
    public String getId() {
        return "mailup";
    }

    /** Before Keycloak's, whose order is 0. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public EmailSenderProvider create(KeycloakSession session) {
        return new BoundedEmailSenderProvider(session, connections);
    }

    @Override
    public void init(Config.Scope config) {
        // no server-wide settings
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        connections.close();
    }
}
