package com.mailup.keycloak.userstore;

import java.util.Optional;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.StorageUnavailableUserModelDelegate;

/** Finds an account by its id. */
record IdLookup(UserStores stores) {

    Optional<UserModel> find(String id) {
        Optional<UserStore> store = stores.storeOf(id);
        store.ifPresent(owner -> owner.connection().requireAvailable());
        try {
            return Optional.ofNullable(stores.session().users().getUserById(stores.realm(), id))
                    .map(this::requireAnswer);
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            throw store.<RuntimeException>map(
                            owner -> owner.connection().unavailable(e.getClass().getSimpleName()))
                    .orElse(e);
        }
    }

    /** While the account's store does not answer, Keycloak returns what its database has of the account. */
    UserModel requireAnswer(UserModel found) {
        if (found instanceof StorageUnavailableUserModelDelegate) {
            throw stores.storeOf(found)
                    .map(owner -> owner.connection().unavailable("no answer"))
                    .orElseGet(() -> new StoreUnavailableException(found.getFederationLink()));
        }
        return found;
    }
}
