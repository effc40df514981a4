package com.mailup.keycloak.testbed.fault;

import java.util.Map;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.SingleUseObjectProvider;
import org.keycloak.models.SingleUseObjectProviderFactory;

/**
 * Keycloak's own single-use objects, which fail for the throttle's keys while the attribute {@value #SWITCH} of our realm
 * is "true". Goes into test servers only.
 */
public final class FailingSingleUseObjectProviderFactory
        implements SingleUseObjectProviderFactory<SingleUseObjectProvider> {

    /** Set and taken back by a test. */
    public static final String SWITCH = "test.slots-fail";

    private static final String PREFIX = "mailup-throttle.";

    @Override
    public String getId() {
        return "failing-slots";
    }

    @Override
    public int order() {
        return 1_000;
    }

    @Override
    public SingleUseObjectProvider create(KeycloakSession session) {
        return new FailingSingleUseObjectProvider(
                session, session.getProvider(SingleUseObjectProvider.class, "infinispan"));
    }

    @Override
    public void init(Config.Scope config) {
        // no settings
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // nothing to prepare
    }

    @Override
    public void close() {
        // holds nothing
    }

    private record FailingSingleUseObjectProvider(KeycloakSession session, SingleUseObjectProvider real)
            implements SingleUseObjectProvider {

        private SingleUseObjectProvider reach(String key) {
            RealmModel realm = key.startsWith(PREFIX) ? session.realms().getRealmByName("mailup") : null;
            if (realm != null && "true".equals(realm.getAttribute(SWITCH))) {
                throw new IllegalStateException("The store is down, as a test wants it");
            }
            return real;
        }

        @Override
        public void put(String key, long lifespanSeconds, Map<String, String> notes) {
            reach(key).put(key, lifespanSeconds, notes);
        }

        @Override
        public Map<String, String> get(String key) {
            return reach(key).get(key);
        }

        @Override
        public Map<String, String> remove(String key) {
            return reach(key).remove(key);
        }

        @Override
        public boolean replace(String key, Map<String, String> notes) {
            return reach(key).replace(key, notes);
        }

        @Override
        public boolean putIfAbsent(String key, long lifespanSeconds) {
            return reach(key).putIfAbsent(key, lifespanSeconds);
        }

        @Override
        public boolean contains(String key) {
            return reach(key).contains(key);
        }

        @Override
        public void close() {
            // the session closes the real one
        }
    }
}
