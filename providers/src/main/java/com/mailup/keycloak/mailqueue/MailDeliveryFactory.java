package com.mailup.keycloak.mailqueue;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Makes deliveries of one kind, each for a worker's session. */
public abstract class MailDeliveryFactory implements ProviderFactory<MailDelivery> {

    private final String id;

    /** @param id the {@link MailJob#kind kind} of the jobs that it serves */
    protected MailDeliveryFactory(String id) {
        this.id = id;
    }

    @Override
    public final String getId() {
        return id;
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
