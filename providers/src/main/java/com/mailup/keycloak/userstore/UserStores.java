package com.mailup.keycloak.userstore;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.utils.StorageUnavailableUserModelDelegate;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStoragePrivateUtil;

/**
 * Finds people wherever a realm keeps them. Keycloak takes a store that does not answer for one that does not know the
 * person; here {@link StoreUnavailable} says so, whenever the answer depends on it. Who is in Keycloak's own database alone
 * is found whatever other stores do, and without waiting for them.
 */
public record UserStores(KeycloakSession session, RealmModel realm) {

    /** Were only so few asked for as a mail lists, PostgreSQL would walk all user names of the realm for them. */
    private static final int READ_AHEAD = 10_000;

    public static UserStores of(KeycloakSession session) {
        return new UserStores(session, session.getContext().getRealm());
    }

    /** Whether all people are in Keycloak's own database. */
    public boolean isEmpty() {
        return UserStore.of(session, realm).isEmpty();
    }

    /** Whether one of the stores does not answer. */
    public boolean isUnavailable() {
        return UserStore.of(session, realm).stream()
                .anyMatch(store -> !store.connection().answers());
    }

    /** The same at this moment, by a real question to each: something has just failed. */
    public boolean isUnavailableNow() {
        return UserStore.of(session, realm).stream()
                        .filter(store -> !store.connection().isAvailableNow())
                        .count()
                > 0;
    }

    /**
     * The account of this user name.
     *
     * @throws StoreUnavailable where a store that does not answer may know it
     */
    public Optional<UserModel> byUsername(String name) {
        List<UserStore> stores = UserStore.of(session, realm);
        UserModel row = stores.isEmpty() ? null : own().getUserByUsername(realm, name);
        if (stores.isEmpty() || row != null && !row.isFederated()) {
            return Optional.ofNullable(session.users().getUserByUsername(realm, name));
        } else if (row != null) {
            return byId(row.getId()).or(() -> ask(stores, name));
        }
        // Keycloak's own way first, which remembers people that have no row. It passes over silence, and imports.
        return Optional.of(stores)
                .filter(all -> all.stream().allMatch(store -> store.connection().answers() && !store.imports()))
                .flatMap(all -> byKeycloak(name))
                .or(() -> ask(stores, name));
    }

    /**
     * The account of this id.
     *
     * @throws StoreUnavailable where its store does not answer
     */
    public Optional<UserModel> byId(String id) {
        Optional<UserStore> store = storeOf(id);
        store.ifPresent(owner -> owner.connection().requireAvailable());
        try {
            return Optional.ofNullable(session.users().getUserById(realm, id)).map(this::answered);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            throw store.<RuntimeException>map(silent ->
                            silent.connection().unavailable(e.getClass().getSimpleName()))
                    .orElse(e);
        }
    }

    /** Keycloak has asked the account's store by itself, and hands on what it had kept of the account. */
    private UserModel answered(UserModel found) {
        if (found instanceof StorageUnavailableUserModelDelegate) {
            throw storeOf(found)
                    .map(silent -> silent.connection().unavailable("no answer"))
                    .orElseGet(() -> new StoreUnavailable(found.getFederationLink()));
        }
        return found;
    }

    /**
     * Whom the console finds by an address in this spelling; somebody in two stores comes twice. With import on, Keycloak
     * makes a row for each whom it finds in a directory.
     *
     * @throws StoreUnavailable where a store does not answer
     */
    public Stream<UserModel> byEmail(String email) {
        List<UserStore> stores = UserStore.of(session, realm);
        stores.forEach(store -> store.connection().requireAvailable());
        return byEmail(email, stores);
    }

    /** The same of the stores that answer. */
    public Stream<UserModel> knownByEmail(String email) {
        List<UserStore> stores = UserStore.of(session, realm);
        return byEmail(
                email,
                stores.stream().filter(store -> store.connection().answers()).toList());
    }

    /** Whether the account's address is the one that its directory has, and only the directory's administrators write it. */
    boolean isDirectorysAddress(UserModel account) {
        return storeOf(account.getId())
                .filter(store -> store.isAuthorOfAddress(account))
                .isPresent();
    }

    private Stream<UserModel> byEmail(String email, List<UserStore> answering) {
        Map<String, String> search = Map.of(
                UserModel.EMAIL, email,
                UserModel.EXACT, "true",
                UserModel.INCLUDE_SERVICE_ACCOUNT, "false");
        if (UserStore.of(session, realm).isEmpty()) {
            return session.users().searchForUserStream(realm, search, 0, READ_AHEAD);
        }
        Set<String> ids = answering.stream().map(UserStore::id).collect(Collectors.toSet());
        Stream<UserModel> rows = own().searchForUserStream(realm, search, 0, READ_AHEAD)
                .filter(row -> storeOf(row).map(UserStore::id).stream().allMatch(ids::contains))
                .flatMap(row -> byId(row.getId()).stream());
        return Stream.concat(rows, answering.stream().flatMap(store -> store.search(search, READ_AHEAD)));
    }

    private Optional<UserModel> byKeycloak(String name) {
        try {
            return Optional.ofNullable(session.users().getUserByUsername(realm, name))
                    .map(this::answered);
        } catch (ModelDuplicateException e) {
            throw e;
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Those that answer may know the person; only where they do not, the others matter. */
    private static Optional<UserModel> ask(List<UserStore> stores, String name) {
        StoreUnavailable silence = null;
        for (UserStore store : stores) {
            try {
                Optional<UserModel> found = store.byUsername(name);
                if (found.isPresent()) {
                    return found;
                }
            } catch (StoreUnavailable e) {
                silence = e;
            }
        }
        if (silence != null) {
            throw silence;
        }
        return Optional.empty();
    }

    Optional<UserStore> storeOf(String id) {
        String store = new StorageId(id).getProviderId();
        return store == null ? Optional.ofNullable(own().getUserById(realm, id)).flatMap(this::storeOf) : store(store);
    }

    private Optional<UserStore> storeOf(UserModel row) {
        return store(row.getFederationLink());
    }

    private Optional<UserStore> store(String id) {
        return UserStore.of(session, realm).stream()
                .filter(store -> Objects.equals(store.id(), id))
                .findFirst();
    }

    private UserProvider own() {
        return UserStoragePrivateUtil.userLocalStorage(session);
    }
}
