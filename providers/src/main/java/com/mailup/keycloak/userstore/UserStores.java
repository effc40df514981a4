package com.mailup.keycloak.userstore;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStoragePrivateUtil;

/**
 * The user stores of a realm, and the accounts in them and in Keycloak's own database. Keycloak takes a store that does
 * not answer for one that does not know the account. Here {@link StoreUnavailableException} is thrown where the result
 * depends on such a store. An account that is in Keycloak's database alone is found without asking any store.
 *
 * @param all the enabled stores, in the order in which Keycloak asks them
 */
public record UserStores(KeycloakSession session, RealmModel realm, List<UserStore> all) {

    /** Those of the session's realm. They are listed once: one request or job needs one instance. */
    public static UserStores of(KeycloakSession session) {
        RealmModel realm = session.getContext().getRealm();
        return new UserStores(session, realm, UserStore.of(session, realm));
    }

    /** Whether all accounts are in Keycloak's own database. */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether a store does not answer, by what this node knows of it. */
    public boolean isUnavailable() {
        return all.stream().anyMatch(store -> !store.connection().answers());
    }

    /** Whether a store does not answer at this moment. Each store is asked, so that the state of each is known. */
    public boolean isUnavailableNow() {
        return all.stream()
                        .filter(store -> !store.connection().isAvailableNow())
                        .count()
                > 0;
    }

    /**
     * The account of this user name.
     *
     * @throws StoreUnavailableException where a store that does not answer may know it
     */
    public Optional<UserModel> byUsername(String name) {
        return new UsernameLookup(this).find(name);
    }

    /**
     * The account of this id.
     *
     * @throws StoreUnavailableException where its store does not answer
     */
    public Optional<UserModel> byId(String id) {
        return new IdLookup(this).find(id);
    }

    /**
     * The accounts that the console finds by an address in this spelling. An account of two stores comes twice. With import
     * on, Keycloak makes a row for each account that it finds in a directory.
     *
     * @throws StoreUnavailableException where a store does not answer
     */
    public Stream<UserModel> byEmail(String email) {
        all.forEach(store -> store.connection().requireAvailable());
        return new EmailLookup(this, all).find(email);
    }

    /** The same, from the stores that answer. */
    public Stream<UserModel> knownByEmail(String email) {
        List<UserStore> answering =
                all.stream().filter(store -> store.connection().answers()).toList();
        return new EmailLookup(this, answering).find(email);
    }

    /** Whether the account's address is the one that its directory has, and only the directory's administrators write it. */
    boolean isDirectorysAddress(UserModel account) {
        return storeOf(account.getId())
                .filter(store -> store.isSourceOfAddress(account))
                .isPresent();
    }

    /** The store of the account with this id; nothing where it is in Keycloak's own database alone. */
    Optional<UserStore> storeOf(String id) {
        String store = new StorageId(id).getProviderId();
        return store == null
                ? Optional.ofNullable(localStorage().getUserById(realm, id)).flatMap(this::storeOf)
                : store(store);
    }

    Optional<UserStore> storeOf(UserModel row) {
        return store(row.getFederationLink());
    }

    /** Keycloak's own database. */
    UserProvider localStorage() {
        return UserStoragePrivateUtil.userLocalStorage(session);
    }

    private Optional<UserStore> store(String id) {
        return all.stream().filter(store -> Objects.equals(store.id(), id)).findFirst();
    }
}
