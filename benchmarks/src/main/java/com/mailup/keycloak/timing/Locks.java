package com.mailup.keycloak.timing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.mailup.keycloak.testbed.AdminApi;
import java.util.List;
import java.util.concurrent.Executors;

/** Locks accounts as strangers do: by wrong passwords in quick succession. */
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
        JsonNode before = admin.get("");
        admin.put("", locking(before.deepCopy()));
        try {
            AtOnce.of(
                    AT_ONCE,
                    people.stream()
                            .map(person -> Executors.callable(() -> lock(person)))
                            .toList());
        } finally {
            admin.put("", before);
        }
        checkLocked(people.get(0));
        return people;
    }

    private static JsonNode locking(ObjectNode realm) {
        return realm.put("quickLoginCheckMilliSeconds", 60_000)
                .put("minimumQuickLoginWaitSeconds", 14_400)
                .put("maxFailureWaitSeconds", 14_400);
    }

    private void lock(TypedForm person) {
        Sampler wrongPassword = visits.of(TimedForm.LOGIN, () -> person);
        wrongPassword.millis();
        wrongPassword.millis();
    }

    private void checkLocked(TypedForm person) {
        if (!admin.bruteForce(person.username()).path("disabled").asBoolean()) {
            throw new IllegalStateException("Two wrong passwords lock nobody here");
        }
    }
}
