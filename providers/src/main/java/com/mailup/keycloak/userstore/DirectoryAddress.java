package com.mailup.keycloak.userstore;

import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.representations.userprofile.config.UPAttributePermissions;
import org.keycloak.storage.UserStorageProvider.EditMode;
import org.keycloak.storage.ldap.LDAPStorageProvider;
import org.keycloak.storage.ldap.idm.model.LDAPObject;
import org.keycloak.storage.ldap.mappers.LDAPStorageMapper;
import org.keycloak.storage.ldap.mappers.UserAttributeLDAPStorageMapper;
import org.keycloak.userprofile.UserProfileProvider;

/**
 * Checks that an account's address is the one that the directory has, and that only the directory's administrators can
 * have written it there.
 */
record DirectoryAddress(KeycloakSession session, RealmModel realm, LDAPStorageProvider directory) {

    private static final String USER_ROLE = "user";

    boolean isOf(UserModel account) {
        return (directory.getEditMode() != EditMode.WRITABLE || !isEditableInKeycloak()) && matchesDirectory(account);
    }

    /** In UNSYNCED mode people change their address in Keycloak's database, and the directory keeps its own. */
    private boolean matchesDirectory(UserModel account) {
        LDAPObject entry = directory.loadLDAPUserByUuid(realm, account.getFirstAttribute(LDAPConstants.LDAP_ID));
        return entry != null
                && attribute().map(entry::getAttributeAsSet).stream()
                        .flatMap(Set::stream)
                        .anyMatch(address -> address.equalsIgnoreCase(account.getEmail()));
    }

    private Optional<String> attribute() {
        return realm.getComponentsStream(directory.getModel().getId(), LDAPStorageMapper.class.getName())
                .filter(mapper -> UserModel.EMAIL.equals(
                        mapper.getConfig().getFirst(UserAttributeLDAPStorageMapper.USER_MODEL_ATTRIBUTE)))
                .map(mapper -> mapper.getConfig().getFirst(UserAttributeLDAPStorageMapper.LDAP_ATTRIBUTE))
                .findFirst();
    }

    /** By its person in a profile, or by somebody who registers. */
    private boolean isEditableInKeycloak() {
        boolean people = Optional.ofNullable(session.getProvider(UserProfileProvider.class)
                        .getConfiguration()
                        .getAttribute(UserModel.EMAIL))
                .map(UPAttribute::getPermissions)
                .map(UPAttributePermissions::getEdit)
                .map(edit -> edit.contains(USER_ROLE))
                .orElse(true);
        return people || directory.synchronizeRegistrations();
    }
}
