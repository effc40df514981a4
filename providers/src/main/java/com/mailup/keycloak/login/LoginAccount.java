package com.mailup.keycloak.login;

import com.mailup.keycloak.userstore.StoreUnavailable;
import com.mailup.keycloak.userstore.UserStores;
import org.keycloak.authentication.AuthenticationFlowContext;

/** The account that somebody wants to sign in to, as far as a user store that is silent matters for it. */
record LoginAccount(AuthenticationFlowContext context, TypedLogin typed) {

    boolean hasSilentStore() {
        return stores().isSilent();
    }

    /** Whether a store that has failed just now may be behind a failure. */
    boolean mayBeElsewhere() {
        return !stores().isEmpty();
    }

    /** Whether it is found, and its password can be compared, without the store that is silent. */
    boolean isWithinReach() {
        try {
            return typed.asksName()
                    ? stores().byUsername(typed.username()).isPresent()
                    : stores().byId(context.getUser().getId()).isPresent();
        } catch (StoreUnavailable e) {
            return false;
        }
    }

    private UserStores stores() {
        return UserStores.of(context.getSession());
    }
}
