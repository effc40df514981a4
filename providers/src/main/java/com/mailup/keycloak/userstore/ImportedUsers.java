package com.mailup.keycloak.userstore;

import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.UserStoragePrivateUtil;
import org.keycloak.storage.ldap.LDAPStorageProvider;
import org.keycloak.storage.ldap.LDAPUtils;
import org.keycloak.storage.ldap.idm.model.LDAPObject;

/** The accounts of a directory that Keycloak imports: each has a row in Keycloak's own database. */
record ImportedUsers(KeycloakSession session, RealmModel realm, LDAPStorageProvider directory) {

    /** The account that the directory has under this name. Keycloak imports it if it has no row yet. */
    Optional<UserModel> byUsername(String name) {
        return Optional.ofNullable(directory.loadLDAPUserByUsername(realm, name))
                .flatMap(entry -> existing(entry)
                        .or(() -> Optional.ofNullable(session.users().getUserByUsername(realm, name))));
    }

    /**
     * The account whose row has another spelling of the name. Keycloak would import it again, and so enable an account that
     * an administrator has disabled. An enabled account that has another name in the directory now is imported again, so
     * that Keycloak has the new name.
     */
    private Optional<UserModel> existing(LDAPObject entry) {
        String current =
                LDAPUtils.getUsername(entry, directory.getLdapIdentityStore().getConfig());
        return UserStoragePrivateUtil.userLocalStorage(session)
                .searchForUserByUserAttributeStream(realm, LDAPConstants.LDAP_ID, entry.getUuid())
                .filter(row -> directory.getModel().getId().equals(row.getFederationLink()))
                .findFirst()
                .filter(row -> !row.isEnabled() || row.getUsername().equalsIgnoreCase(current))
                .map(row -> session.users().getUserById(realm, row.getId()));
    }
}
