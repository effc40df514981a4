package com.mailup.keycloak.passwordreset;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;

/** What a new password means for an account: whoever is in is out, whoever was locked out is not, and its owner is told. */
record AccountAfterReset(KeycloakSession session, UserModel account) {

    /** All of them, this browser's too: the next thing to do is to sign in. */
    void endSessions() {
        List<UserSessionModel> open = Stream.concat(
                        session.sessions().getUserSessionsStream(realm(), account),
                        session.sessions().getOfflineUserSessionsStream(realm(), account))
                .toList();
        open.forEach(old -> AuthenticationManager.backchannelLogout(session, old, true));
    }

    void unlock() {
        session.loginFailures().removeUserLoginFailure(realm(), account.getId());
    }

    /** An account whose address has gone since has nobody to tell. */
    void notifyOwner() throws EmailException {
        if (account.getEmail() != null) {
            session.getProvider(EmailTemplateProvider.class)
                    .setRealm(realm())
                    .setUser(account)
                    .send("passwordChangedSubject", "password-changed.ftl", new HashMap<>());
        }
    }

    private RealmModel realm() {
        return session.getContext().getRealm();
    }
}
