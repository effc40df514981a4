package com.mailup.keycloak.planwriter;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Keeps accounts that write plans from setting passwords. A permission of Keycloak's cannot: one that denies
 * {@code reset-password} for all people takes {@code view} and {@code manage} with it, and a password inside an account is
 * not asked for it at all. Works in all realms without being added to their event listeners. No settings.
 */
public final class PasswordEditEventListenerProviderFactory implements EventListenerProviderFactory {

    @Override
    public String getId() {
        return "mailup-password-edit";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new PasswordEditEventListenerProvider(session);
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
