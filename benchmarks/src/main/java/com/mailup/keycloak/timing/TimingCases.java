package com.mailup.keycloak.timing;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.AtOnce;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Everybody whose answer must take as long as that of a name or an address which nobody has. */
final class TimingCases {

    private static final int ON_ONE_ADDRESS = 1_000;
    private static final int AT_ONCE = 8;

    private final AdminApi admin;
    private final Stopwatch watch;
    private final AccountPool accounts;
    private final Locks locks;
    private final Pace pace;

    TimingCases(AdminApi admin, Stopwatch watch, Pace pace) {
        this.admin = admin;
        this.watch = watch;
        this.accounts = new AccountPool(admin);
        this.locks = new Locks(admin, watch);
        this.pace = pace;
    }

    /** Absent against absent: no difference, or the measurement itself is at fault. */
    Case control(TimedForm form) {
        return new Case(form.title() + ", control: absent", absent(form), absent(form));
    }

    /** Absent against absent, one of them two milliseconds late: a difference, or the measurement is blind. */
    Case controlTwoMillisecondsLate(TimedForm form) {
        return new Case(
                form.title() + ", control: absent and 2 ms late",
                watch.delayed(form, TypedForm.absent(), 2),
                absent(form));
    }

    List<Finding> recovery(TimedForm form) {
        int addresses = pace.addresses();
        List<Finding> findings = new ArrayList<>();
        findings.add(compare(form, "existing", watch.mailed(form, AccountPool.inTurn(accounts.of(addresses)))));
        findings.add(compare(form, "disabled", watch.of(form, AccountPool.inTurn(accounts.disabled(addresses)))));
        List<TypedForm> locked = locks.on(accounts.of(addresses));
        findings.add(compare(form, "locked", watch.mailed(form, AccountPool.inTurn(locked))));
        findings.add(compare(form, "unverified", watch.of(form, AccountPool.inTurn(accounts.unverified(addresses)))));
        findings.add(oneAddress(form));
        findings.add(throttled(form));
        return findings;
    }

    List<Case> login(String state) {
        int people = pace.people();
        return List.of(
                login("wrong password" + state, accounts.of(people)),
                loginWithEmptyPassword(state, accounts.of(people)),
                login("locked" + state, locks.on(accounts.of(pace.addresses()))),
                login("disabled" + state, accounts.disabled(people)),
                login("without a password" + state, accounts.withoutPassword(people)),
                login("cheaper hash" + state, accounts.withCheaperHash(people)),
                login("dearer hash" + state, accounts.withDearerHash(people)));
    }

    Case login(String name, List<TypedForm> people) {
        return new Case(
                "login, " + name, watch.of(TimedForm.LOGIN, AccountPool.inTurn(people)), absent(TimedForm.LOGIN));
    }

    private Case loginWithEmptyPassword(String state, List<TypedForm> people) {
        Supplier<TypedForm> absent = TypedForm.absent();
        List<TypedForm> nothingTyped =
                people.stream().map(it -> it.withPassword("")).toList();
        return new Case(
                "login, empty password" + state,
                watch.of(TimedForm.LOGIN, AccountPool.inTurn(nothingTyped)),
                watch.of(TimedForm.LOGIN, () -> absent.get().withPassword("")));
    }

    /** What ends without any comparison, so many times: an address is no user name. */
    void failCheaply(int times) {
        Sampler cheap = watch.of(TimedForm.LOGIN, () -> TypedForm.named("nobody@example.com"));
        AtOnce.of(AT_ONCE, times, i -> cheap.millis());
    }

    private Finding oneAddress(TimedForm form) {
        Runnable back = new RecoveryLimits(admin).raise();
        try {
            List<TypedForm> people = accounts.onOneAddress(ON_ONE_ADDRESS);
            // One address on either side, since the limit counts how often it was asked for.
            String nobodys = TypedForm.absent().get().email();
            Supplier<TypedForm> absent = TypedForm.absent();
            return Comparison.of(
                    new Case(
                            form.title() + ", 1,000 accounts on the address",
                            watch.mailed(form, AccountPool.inTurn(people)),
                            watch.of(form, () -> absent.get().withEmail(nobodys))),
                    pace);
        } finally {
            back.run();
        }
    }

    /** Both addresses have had all that they may have. */
    private Finding throttled(TimedForm form) {
        List<TypedForm> existing = accounts.of(1);
        List<TypedForm> absent = List.of(TypedForm.absent().get());
        Sampler one = watch.unmailed(form, AccountPool.inTurn(existing));
        Sampler other = watch.unmailed(form, AccountPool.inTurn(absent));
        for (int i = 0; i < 5; i++) {
            one.millis();
            other.millis();
        }
        return Comparison.of(new Case(form.title() + ", throttled (absent too)", one, other), pace);
    }

    private Finding compare(TimedForm form, String name, Sampler people) {
        return Comparison.of(new Case(form.title() + ", " + name, people, absent(form)), pace);
    }

    private Sampler absent(TimedForm form) {
        return watch.of(form, TypedForm.absent());
    }
}
