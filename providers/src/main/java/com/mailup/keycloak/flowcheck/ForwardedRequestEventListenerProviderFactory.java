package com.mailup.keycloak.flowcheck;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Looks at the requests that people of our realms send: one that says that it was forwarded, at a server that does not listen to
 * proxies, brings a warning in the log, once a minute at most. Works in all realms without being added to their event listeners.
 * No settings.
 */
public final class ForwardedRequestEventListenerProviderFactory implements EventListenerProviderFactory {

    private ProxyHeadersWarning proxy;

    @Override
    public String getId() {
        return "mailup-forwarded-request";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new ForwardedRequestEventListenerProvider(session, proxy);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        proxy = ProxyHeadersWarning.ofThisServer();
    }

    @Override
    public void init(Config.Scope config) {
        // no server-wide settings
    }

    @Override
    public void close() {
        // holds nothing
    }
}
