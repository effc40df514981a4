package com.mailup.keycloak.flowcheck;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Checks the requests of people in realms with a step of ours. A request with a header of a proxy, at a server that
 * ignores such headers, is logged as a warning, once a minute at most. Works in all realms without being added to their
 * event listeners. No settings.
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
