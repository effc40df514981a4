package com.mailup.keycloak.userstore;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.common.util.Time;
import org.keycloak.component.ComponentFactory;
import org.keycloak.component.ComponentModel;
import org.keycloak.credential.CredentialInputUpdater;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProvider.EditMode;
import org.keycloak.storage.UserStorageProviderModel;
import org.keycloak.storage.ldap.LDAPStorageProvider;
import org.keycloak.storage.user.UserLookupProvider;
import org.keycloak.storage.user.UserQueryMethodsProvider;

/** One store of a realm beside Keycloak's own database, and what it knows of its people. */
record UserStore(KeycloakSession session, RealmModel realm, UserStorageProviderModel model) {

    /** In the order in which Keycloak asks them. */
    static List<UserStore> of(KeycloakSession session, RealmModel realm) {
        return realm.getStorageProviders(UserStorageProvider.class)
                .map(UserStorageProviderModel::new)
                .filter(UserStorageProviderModel::isEnabled)
                .sorted(UserStorageProviderModel.comparator)
                .map(model -> new UserStore(session, realm, model))
                .filter(store -> store.provider() != null)
                .toList();
    }

    String id() {
        return model.getId();
    }

    StoreConnection connection() {
        return new StoreConnection(session, realm, model, provider());
    }

    /** Whether Keycloak makes a row for each of its accounts. */
    boolean imports() {
        return model.isImportEnabled() && provider() instanceof LDAPStorageProvider;
    }

    Optional<UserModel> byUsername(String name) {
        if (imports()) {
            ImportedUsers users = new ImportedUsers(session, realm, (LDAPStorageProvider) provider());
            return connection().call(() -> users.byUsername(name));
        }
        return provider() instanceof UserLookupProvider people
                ? connection().call(() -> Optional.ofNullable(people.getUserByUsername(realm, name)))
                : Optional.empty();
    }

    /** Reads all results, since a store may fail while they are read. */
    Stream<UserModel> search(Map<String, String> conditions, int limit) {
        return provider() instanceof UserQueryMethodsProvider people
                ? connection()
                        .call(() -> requireReachableIfEmpty(people.searchForUserStream(realm, conditions, 0, limit)
                                .toList()))
                        .stream()
                : Stream.empty();
    }

    /** With paging on, the LDAP provider hides that a search has failed. */
    private List<UserModel> requireReachableIfEmpty(List<UserModel> people) {
        if (people.isEmpty()) {
            connection().requireReachable();
        }
        return people;
    }

    /** False for stores other than LDAP: it is not known who writes their addresses. */
    boolean isSourceOfAddress(UserModel account) {
        return provider() instanceof LDAPStorageProvider directory
                && connection().call(() -> new DirectoryAddress(session, realm, directory).isOf(account));
    }

    /** Keycloak's own stores refuse a new password in this mode; other stores have no such mode. */
    boolean isPasswordReadOnly() {
        return provider() instanceof CredentialInputUpdater
                && EditMode.READ_ONLY.name().equals(model.getConfig().getFirst(LDAPConstants.EDIT_MODE));
    }

    Stream<Long> passwordChanges(UserModel account) {
        try {
            return connection()
                    .call(() -> account.credentialManager()
                            .getFederatedCredentialsStream()
                            .filter(credential -> PasswordCredentialModel.TYPE.equals(credential.getType()))
                            .map(CredentialModel::getCreatedDate)
                            .filter(Objects::nonNull)
                            .toList())
                    .stream();
        } catch (IllegalStateException e) {
            // Keycloak still remembers somebody whom the directory has removed: no link for their password holds.
            return Stream.of(Time.currentTimeMillis());
        }
    }

    /** Keycloak's own of this session, or a new one where it has not been needed yet; null where its kind is not installed. */
    private UserStorageProvider provider() {
        UserStorageProvider existing = session.getAttribute(id(), UserStorageProvider.class);
        return existing == null ? create(model) : existing;
    }

    private UserStorageProvider create(ComponentModel component) {
        Object factory = session.getKeycloakSessionFactory()
                .getProviderFactory(UserStorageProvider.class, component.getProviderId());
        if (!(factory instanceof ComponentFactory<?, ?> stores)) {
            return null;
        }
        UserStorageProvider created = (UserStorageProvider) stores.create(session, component);
        session.enlistForClose(created);
        session.setAttribute(id(), created);
        return created;
    }
}
