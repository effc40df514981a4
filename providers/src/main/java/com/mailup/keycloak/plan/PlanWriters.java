package com.mailup.keycloak.plan;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authorization.AuthorizationProvider;
import org.keycloak.authorization.model.Policy;
import org.keycloak.authorization.store.StoreFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** The accounts that may write plans, by a permission of the realm. */
public record PlanWriters(KeycloakSession session, RealmModel realm) {

    private static final String PERMISSION = "the platform writes plans";

    public boolean includes(String account) {
        return policies()
                .filter(policy -> policy.getType().equals("user"))
                .anyMatch(policy -> policy.getConfig().getOrDefault("users", "").contains("\"" + account + "\""));
    }

    /**
     * Whether the permission names whole clients: then the token of each person who signs in there may write plans too.
     */
    public boolean includesClients() {
        return policies().anyMatch(policy -> policy.getType().equals("client"));
    }

    private Stream<Policy> policies() {
        StoreFactory stores = session.getProvider(AuthorizationProvider.class).getStoreFactory();
        return Optional.ofNullable(realm.getAdminPermissionsClient())
                .map(stores.getResourceServerStore()::findByClient)
                .map(server -> stores.getPolicyStore().findByName(server, PERMISSION))
                .stream()
                .flatMap(permission -> permission.getAssociatedPolicies().stream());
    }
}
