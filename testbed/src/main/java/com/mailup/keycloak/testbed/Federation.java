package com.mailup.keycloak.testbed;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.representations.idm.ComponentRepresentation;

/**
 * How a realm uses a directory: what an administrator sets in the console under "User federation".
 *
 * @param mode READ_ONLY, UNSYNCED or WRITABLE
 * @param imports whether people become rows of Keycloak's when they are first seen
 * @param trusts "Trust Email"
 * @param checksPasswords "Validate password policy"
 * @param pages "Pagination"
 * @param timeout how long Keycloak waits for a connection, and for an answer
 */
public record Federation(
        String mode,
        boolean imports,
        boolean trusts,
        boolean checksPasswords,
        boolean caches,
        boolean pages,
        Duration timeout) {

    public static Federation mode(String mode) {
        return new Federation(mode, true, false, false, true, false, Duration.ofSeconds(2));
    }

    /** Every mode with import and, but for UNSYNCED, which Keycloak refuses without, the same without; and with pages. */
    public static Stream<Federation> all() {
        return Stream.of(
                mode("READ_ONLY"),
                mode("READ_ONLY").importing(false),
                mode("UNSYNCED"),
                mode("WRITABLE"),
                mode("WRITABLE").importing(false),
                mode("READ_ONLY").paging(),
                mode("READ_ONLY").importing(false).paging());
    }

    public Federation importing(boolean other) {
        return new Federation(mode, other, trusts, checksPasswords, caches, pages, timeout);
    }

    public Federation trusting(boolean other) {
        return new Federation(mode, imports, other, checksPasswords, caches, pages, timeout);
    }

    public Federation checkingPasswords(boolean other) {
        return new Federation(mode, imports, trusts, other, caches, pages, timeout);
    }

    /** Every look-up asks the directory. */
    public Federation withoutCache() {
        return new Federation(mode, imports, trusts, checksPasswords, false, pages, timeout);
    }

    /** Answers come in pages, as a directory of many people must give them. */
    public Federation paging() {
        return new Federation(mode, imports, trusts, checksPasswords, caches, true, timeout);
    }

    public Federation timeout(Duration longest) {
        return new Federation(mode, imports, trusts, checksPasswords, caches, pages, longest);
    }

    /** Attaches it; what is closed takes it away again, with all whom it has imported. */
    public Change attach(AdminApi realm, Directory directory) {
        ComponentRepresentation component = new ComponentRepresentation();
        component.setName("directory");
        component.setProviderId("ldap");
        component.setProviderType("org.keycloak.storage.UserStorageProvider");
        component.setConfig(config(directory));
        String id = AdminApi.created(realm.realm().components().add(component));
        return () -> realm.realm().components().component(id).remove();
    }

    private MultivaluedHashMap<String, String> config(Directory directory) {
        Map<String, String> values = new LinkedHashMap<>(Map.of(
                "vendor", "other",
                "connectionUrl", directory.url(),
                "bindDn", Directory.ADMIN,
                "bindCredential", Directory.ADMIN_PASSWORD,
                "authType", "simple",
                "usersDn", Directory.PEOPLE,
                "usernameLDAPAttribute", "uid",
                "rdnLDAPAttribute", "uid",
                "uuidLDAPAttribute", "entryUUID",
                "userObjectClasses", "inetOrgPerson"));
        values.put("enabled", "true");
        values.put("editMode", mode);
        values.put("importEnabled", String.valueOf(imports));
        values.put("trustEmail", String.valueOf(trusts));
        values.put("validatePasswordPolicy", String.valueOf(checksPasswords));
        values.put("cachePolicy", caches ? "DEFAULT" : "NO_CACHE");
        values.put("pagination", String.valueOf(pages));
        values.put("connectionTimeout", String.valueOf(timeout.toMillis()));
        values.put("readTimeout", String.valueOf(timeout.toMillis()));
        values.put("syncRegistrations", "false");
        MultivaluedHashMap<String, String> config = new MultivaluedHashMap<>();
        values.forEach(config::putSingle);
        return config;
    }
}
