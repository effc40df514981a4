package com.mailup.keycloak.mailqueue;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderFactory;

/** Makes deliveries of one kind; its id is the {@link MailJob#kind kind} of the jobs that it serves. */
public interface MailDeliveryFactory extends ProviderFactory<MailDelivery> {

    @Override
    default void init(Config.Scope config) {
        // no server-wide settings
    }

    @Override
    default void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    default void close() {
        // holds nothing
    }
}
