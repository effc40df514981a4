package com.mailup.keycloak.userstore;

import java.util.Optional;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.UserModel;

/** Finds an account by its user name. */
record UsernameLookup(UserStores stores) {

    Optional<UserModel> find(String name) {
        if (stores.isEmpty()) {
            return byKeycloak(name);
        }
        UserModel row = stores.localStorage().getUserByUsername(stores.realm(), name);
        if (row != null) {
            return row.isFederated() ? stores.byId(row.getId()).or(() -> byStores(name)) : byKeycloak(name);
        }
        // First as Keycloak does, which caches accounts that have no row. It passes over a store that fails, and
        // imports.
        boolean isKeycloakEnough =
                stores.all().stream().allMatch(store -> store.connection().answers() && !store.imports());
        return (isKeycloakEnough ? byKeycloakIfAnswered(name) : Optional.<UserModel>empty()).or(() -> byStores(name));
    }

    private Optional<UserModel> byKeycloak(String name) {
        return Optional.ofNullable(stores.session().users().getUserByUsername(stores.realm(), name));
    }

    private Optional<UserModel> byKeycloakIfAnswered(String name) {
        try {
            return byKeycloak(name).map(new IdLookup(stores)::requireAnswer);
        } catch (ModelDuplicateException e) {
            throw e;
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** A store that does not answer matters only where no other store knows the name. */
    private Optional<UserModel> byStores(String name) {
        StoreUnavailableException failure = null;
        for (UserStore store : stores.all()) {
            try {
                Optional<UserModel> found = store.byUsername(name);
                if (found.isPresent()) {
                    return found;
                }
            } catch (StoreUnavailableException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return Optional.empty();
    }
}
