package com.mailup.keycloak.timing;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.AtOnce;
import com.mailup.keycloak.testbed.Change;
import java.util.List;
import org.keycloak.representations.idm.RealmRepresentation;

/** Locks accounts as strangers do: by wrong passwords in quick succession. */
@SuppressWarnings("try") // what is closed is the change of the realm: nothing refers to it
final class Locks {

    /** Each failure is held for a while, which costs no core. */
    private static final int AT_ONCE = 8;

    private final AdminApi admin;
    private final Stopwatch visits;

    Locks(AdminApi admin, Stopwatch visits) {
        this.admin = admin;
        this.visits = visits;
    }

    /** Locked for hours, while the realm is as before for the next ones. */
    List<TypedForm> on(List<TypedForm> people) {
        try (Change changed = admin.changedRealm(Locks::lockForHours)) {
            AtOnce.of(AT_ONCE, people.size(), i -> lock(people.get(i)));
        }
        checkLocked(people.get(0));
        return people;
    }

    private static void lockForHours(RealmRepresentation realm) {
        realm.setQuickLoginCheckMilliSeconds(60_000L);
        realm.setMinimumQuickLoginWaitSeconds(14_400);
        realm.setMaxFailureWaitSeconds(14_400);
    }

    private double lock(TypedForm person) {
        Sampler wrongPassword = visits.of(TimedForm.LOGIN, () -> person);
        return wrongPassword.millis() + wrongPassword.millis();
    }

    private void checkLocked(TypedForm person) {
        if (!admin.isLocked(person.username())) {
            throw new IllegalStateException("Two wrong passwords lock nobody here");
        }
    }
}
