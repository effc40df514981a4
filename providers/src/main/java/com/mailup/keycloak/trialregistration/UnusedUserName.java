package com.mailup.keycloak.trialregistration;

import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** User names that were never used: {@code m} and at least six digits, which do not reveal the next one. */
record UnusedUserName(KeycloakSession session) {

    /** Accounts that were created in another way may have any name. */
    String next() {
        RealmModel realm = session.getContext().getRealm();
        UsernameSequence sequence = new UsernameSequence(session.getKeycloakSessionFactory(), realm.getId());
        return Stream.generate(sequence::next)
                .map(number -> "m" + number)
                .filter(name -> session.users().getUserByUsername(realm, name) == null)
                .findFirst()
                .orElseThrow();
    }
}
