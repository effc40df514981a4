package com.mailup.keycloak.flowcheck;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionProviderModel;
import org.keycloak.models.UserModel.RequiredAction;

/** The settings of a realm that would silently break what this product promises. */
record RealmSettings(RealmModel realm) {

    Stream<String> violations() {
        Map<String, Boolean> rules = new LinkedHashMap<>();
        rules.put("\"Login with email\" is on: people sign in with a user name only", realm.isLoginWithEmailAllowed());
        rules.put(
                "\"Email as username\" is on: user names are never e-mail addresses",
                realm.isRegistrationEmailAsUsername());
        rules.put(
                "\"Duplicate emails\" is off: one mailbox may own many user names", !realm.isDuplicateEmailsAllowed());
        rules.put("\"Remember me\" outlives the idle limit of the session", rememberMeExceedsIdleTimeout());
        rules.put(
                "the required action UPDATE_PASSWORD is off: a link would lead past the new password",
                !isUpdatePasswordEnabled());
        return rules.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey);
    }

    /** Keycloak takes 0 for "as without remember-me". */
    private boolean rememberMeExceedsIdleTimeout() {
        return realm.isRememberMe() && realm.getSsoSessionIdleTimeoutRememberMe() > realm.getSsoSessionIdleTimeout();
    }

    private boolean isUpdatePasswordEnabled() {
        return Optional.ofNullable(realm.getRequiredActionProviderByAlias(RequiredAction.UPDATE_PASSWORD.name()))
                .filter(RequiredActionProviderModel::isEnabled)
                .isPresent();
    }
}
