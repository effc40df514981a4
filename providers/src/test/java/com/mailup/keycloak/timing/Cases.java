package com.mailup.keycloak.timing;

import com.mailup.keycloak.testbed.AdminApi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** Everybody whose answer must take as long as that of a name or an address which nobody has. */
final class Cases {

    private static final int ON_ONE_ADDRESS = 1_000;
    private static final int AT_ONCE = 8;

    private final AdminApi admin;
    private final Stopwatch watch;
    private final Crowd crowd;
    private final Locks locks;
    private final Pace pace;

    Cases(AdminApi admin, Stopwatch watch, Pace pace) {
        this.admin = admin;
        this.watch = watch;
        this.crowd = new Crowd(admin);
        this.locks = new Locks(admin, watch);
        this.pace = pace;
    }

    /** Absent against absent: no difference, or the measurement itself is at fault. */
    Case control(Door door) {
        return new Case(door.title() + ", control: absent", absent(door), absent(door));
    }

    /** Absent against absent, one of them two milliseconds late: a difference, or the measurement is blind. */
    Case controlTwoMillisecondsLate(Door door) {
        return new Case(
                door.title() + ", control: absent and 2 ms late", watch.delayed(door, Typed.absent(), 2), absent(door));
    }

    List<Finding> recovery(Door door) {
        int addresses = pace.addresses();
        List<Finding> findings = new ArrayList<>();
        findings.add(compare(door, "existing", watch.mailed(door, Crowd.inTurn(crowd.of(addresses)))));
        findings.add(compare(door, "disabled", watch.of(door, Crowd.inTurn(crowd.disabled(addresses)))));
        List<Typed> locked = locks.on(crowd.of(addresses));
        findings.add(compare(door, "locked", watch.mailed(door, Crowd.inTurn(locked))));
        findings.add(compare(door, "unverified", watch.of(door, Crowd.inTurn(crowd.unverified(addresses)))));
        findings.add(oneAddress(door));
        findings.add(throttled(door));
        return findings;
    }

    List<Case> login(String state) {
        int people = pace.people();
        return List.of(
                login("wrong password" + state, crowd.of(people)),
                loginWithEmptyPassword(state, crowd.of(people)),
                login("locked" + state, locks.on(crowd.of(pace.addresses()))),
                login("disabled" + state, crowd.disabled(people)),
                login("without a password" + state, crowd.withoutPassword(people)),
                login("cheaper hash" + state, crowd.withCheaperHash(people)),
                login("dearer hash" + state, crowd.withDearerHash(people)));
    }

    Case login(String name, List<Typed> people) {
        return new Case("login, " + name, watch.of(Door.LOGIN, Crowd.inTurn(people)), absent(Door.LOGIN));
    }

    private Case loginWithEmptyPassword(String state, List<Typed> people) {
        Supplier<Typed> absent = Typed.absent();
        List<Typed> nothingTyped =
                people.stream().map(it -> it.withPassword("")).toList();
        return new Case(
                "login, empty password" + state,
                watch.of(Door.LOGIN, Crowd.inTurn(nothingTyped)),
                watch.of(Door.LOGIN, () -> absent.get().withPassword("")));
    }

    /** What ends without any comparison, so many times: an address is no user name. */
    void failCheaply(int times) {
        Sampler cheap = watch.of(Door.LOGIN, () -> Typed.named("nobody@example.com"));
        AtOnce.of(AT_ONCE, Collections.nCopies(times, cheap::millis));
    }

    private Finding oneAddress(Door door) {
        Runnable back = new Limits(admin).raise();
        try {
            List<Typed> people = crowd.onOneAddress(ON_ONE_ADDRESS);
            // One address on either side, since the limit counts how often it was asked for.
            String nobodys = Typed.absent().get().email();
            Supplier<Typed> absent = Typed.absent();
            return Comparison.of(
                    new Case(
                            door.title() + ", 1,000 accounts on the address",
                            watch.mailed(door, Crowd.inTurn(people)),
                            watch.of(door, () -> absent.get().withEmail(nobodys))),
                    pace);
        } finally {
            back.run();
        }
    }

    /** Both addresses have had all that they may have. */
    private Finding throttled(Door door) {
        List<Typed> existing = crowd.of(1);
        List<Typed> absent = List.of(Typed.absent().get());
        Sampler one = watch.unmailed(door, Crowd.inTurn(existing));
        Sampler other = watch.unmailed(door, Crowd.inTurn(absent));
        for (int i = 0; i < 5; i++) {
            one.millis();
            other.millis();
        }
        return Comparison.of(new Case(door.title() + ", throttled (absent too)", one, other), pace);
    }

    private Finding compare(Door door, String name, Sampler people) {
        return Comparison.of(new Case(door.title() + ", " + name, people, absent(door)), pace);
    }

    private Sampler absent(Door door) {
        return watch.of(door, Typed.absent());
    }
}
