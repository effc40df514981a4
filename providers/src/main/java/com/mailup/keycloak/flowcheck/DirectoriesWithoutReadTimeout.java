package com.mailup.keycloak.flowcheck;

import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.RealmModel;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderModel;

/**
 * The LDAP directories of a realm for whose answers Keycloak waits without end: one that hangs blocks logins and mails.
 */
record DirectoriesWithoutReadTimeout(RealmModel realm) {

    /** For an administrator; nothing where there is none. */
    Optional<String> warning() {
        return Optional.of(realm.getStorageProviders(UserStorageProvider.class)
                        .filter(store -> LDAPConstants.LDAP_PROVIDER.equals(store.getProviderId()))
                        .filter(store -> new UserStorageProviderModel(store).isEnabled())
                        .filter(DirectoriesWithoutReadTimeout::waitsWithoutEnd)
                        .map(ComponentModel::getName)
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .filter(names -> !names.isEmpty())
                .map(names ->
                        "User federations of the realm %s without a read timeout: %s. A directory that takes connections and answers nothing holds logins and mails up without end: set \"Read timeout\", such as 2000."
                                .formatted(realm.getName(), names));
    }

    private static boolean waitsWithoutEnd(ComponentModel directory) {
        String limit = directory.getConfig().getFirst(LDAPConstants.READ_TIMEOUT);
        return limit == null || limit.isBlank() || limit.trim().equals("0");
    }
}
