package com.mailup.keycloak.mailqueue;

import java.util.function.Function;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Makes deliveries of one kind. No settings. */
public abstract class MailDeliveryFactory implements ProviderFactory<MailDelivery> {

    private final String id;
    private final Function<KeycloakSession, MailDelivery> constructor;

    /**
     * @param id the {@link MailJob#kind kind} of the jobs that it serves
     * @param constructor makes the delivery for a worker's session
     */
    protected MailDeliveryFactory(String id, Function<KeycloakSession, MailDelivery> constructor) {
        this.id = id;
        this.constructor = constructor;
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final MailDelivery create(KeycloakSession session) {
        return constructor.apply(session);
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
        // holds nothing
    }
}
