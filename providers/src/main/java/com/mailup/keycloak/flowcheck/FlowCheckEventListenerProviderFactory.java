package com.mailup.keycloak.flowcheck;

import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.Version;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.PostMigrationEvent;

/**
 * Checks every realm that has a step of ours in its reset-credentials or registration flow, at start and whenever an
 * administrator changes a flow, a step's settings or the realm. Settings that would let somebody in without proof, or
 * silently break a promise, go to the log and to the realm's admin events ({@code MAILUP_FLOW_CHECK}). Works in all
 * realms without being added to their event listeners. At start it also warns of a version of Keycloak that was not
 * tested, of a server without a fixed hostname, of realms in which whole clients write plans, of accounts that get no
 * recovery, and of directories without a read timeout. No settings.
 */
public final class FlowCheckEventListenerProviderFactory implements EventListenerProviderFactory {

    private static final Logger LOG = Logger.getLogger(FlowCheckEventListenerProviderFactory.class);

    @Override
    public String getId() {
        return "mailup-flow-check";
    }

    @Override
    public boolean isGlobal() {
        return true;
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new FlowCheckEventListenerProvider(session);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        TestedVersions.OURS.warning(Version.VERSION).ifPresent(LOG::warn);
        FlowCheck.EVENTS.register();
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                new StartupChecks(factory).run();
            }
        });
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
