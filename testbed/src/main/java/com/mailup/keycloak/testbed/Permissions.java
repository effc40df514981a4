package com.mailup.keycloak.testbed;

import org.keycloak.admin.client.resource.AuthorizationResource;
import org.keycloak.admin.client.resource.PoliciesResource;
import org.keycloak.representations.idm.authorization.ScopePermissionRepresentation;

/** The fine-grained permissions of a realm. */
public record Permissions(AdminApi realm) {

    /** All that Keycloak's admin client can do with them. */
    public AuthorizationResource resource() {
        return realm.client("admin-permissions").authorization();
    }

    private PoliciesResource policies() {
        return resource().policies();
    }

    /** A permission over all users, under one policy. */
    public void create(String permission, String policy, String... scopes) {
        ScopePermissionRepresentation created = new ScopePermissionRepresentation();
        created.setName(permission);
        created.setResourceType("Users");
        created.addScope(scopes);
        created.addPolicy(policy);
        AdminApi.created(resource().permissions().scope().create(created));
    }

    /** Removes a policy or a permission. */
    public void remove(String policy) {
        policies().policy(policies().findByName(policy).getId()).remove();
    }

    /** A policy that holds for the account of this client too, named by its id. */
    Change alsoFor(String policy, String client) {
        String id = policies().user().findByName(policy).getId();
        String account =
                realm.realm().clients().get(client).getServiceAccountUser().getId();
        return Change.of(
                () -> policies().user().findById(id).toRepresentation(),
                changed -> policies().user().findById(id).update(changed),
                users -> users.addUser(account));
    }
}
