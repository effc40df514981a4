package com.mailup.keycloak.trialregistration;

import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** User names that nobody has had: {@code m} and at least six digits, of which no one tells the next. */
record UnusedUserName(KeycloakSession session) {

    /** Accounts that came by another way may have taken any name. */
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
