package com.mailup.keycloak.timing;

import com.mailup.keycloak.report.MachineInfo;
import com.mailup.keycloak.report.PerformancePage;
import com.mailup.keycloak.report.Program;
import com.mailup.keycloak.testbed.Change;
import com.mailup.keycloak.testbed.Directory;
import com.mailup.keycloak.testbed.Federation;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the answers of all forms at length. Started by {@code ./test timing}, which prints a table and writes its
 * chapter of {@code docs/performance.md}.
 */
@SuppressWarnings("try") // what is closed is the federation: nothing refers to it
public final class Timing {

    private static final int PAIRS = Integer.getInteger("timing.pairs", 3_000);
    private static final Pace RECOVERY = new Pace(100, Math.min(500, PAIRS), PAIRS);
    /** All classes together stay below the most trials that a realm opens within its window. */
    private static final Pace TRIALS = new Pace(100, Math.min(300, PAIRS), Math.min(500, PAIRS));
    /** Failed logins are held for half a second each: more than the default would take a night. */
    private static final Pace LOGIN =
            new Pace(30, Integer.getInteger("timing.pairs", 600), Integer.getInteger("timing.pairs", 600));

    /** All, or those of -Dtiming.forms=login,trial-registration: each has a chapter of its own. */
    private static final List<String> FORMS =
            List.of(System.getProperty("timing.forms", "").split(","));

    private static final int CHEAP_FAILURES = 200;
    private static final String AFTER = ", after %d cheap failures".formatted(CHEAP_FAILURES);

    private final StringBuilder table = new StringBuilder();

    private Timing() {}

    public static void main(String[] arguments) {
        Program.run(Timing::measure);
    }

    private static void measure() {
        try (TimingServer server = new TimingServer()) {
            for (TimedForm form : TimedForm.values()) {
                if (FORMS.contains("") || FORMS.contains(form.title())) {
                    Timing timing = new Timing();
                    timing.compare(form, server);
                    new PerformancePage().chapter(PerformancePage.TIMING + form.title(), timing.chapter(form));
                }
            }
        }
    }

    private void compare(TimedForm form, TimingServer server) {
        print(Finding.HEADING);
        Pace pace = pace(form);
        TimingCases cases = server.cases(pace);
        if (form == TimedForm.LOGIN) {
            logins(cases);
            loginsWithDirectory(cases, server);
        } else {
            print(List.of(Comparison.of(cases.control(form), pace)));
            print(List.of(Comparison.of(cases.controlTwoMillisecondsLate(form), pace)));
            print(cases.recovery(form));
        }
    }

    private void logins(TimingCases cases) {
        List<Case> quiet = new ArrayList<>(cases.login(""));
        quiet.add(cases.control(TimedForm.LOGIN));
        quiet.add(cases.controlTwoMillisecondsLate(TimedForm.LOGIN));
        print(Comparison.atOnce(quiet, LOGIN));
        List<Case> noisy = cases.login(AFTER);
        cases.failCheaply(CHEAP_FAILURES);
        print(Comparison.atOnce(noisy, LOGIN));
    }

    private void loginsWithDirectory(TimingCases cases, TimingServer server) {
        try (Directory directory = new Directory();
                Change attached = Federation.mode("READ_ONLY").attach(server.admin(), directory)) {
            List<TypedForm> people = AccountPool.in(directory, LOGIN.people());
            bothStates(cases, "in a directory", people);
            directory.stop();
            bothStates(cases, "in a directory that is stopped", people);
        }
    }

    private void bothStates(TimingCases cases, String name, List<TypedForm> people) {
        print(Comparison.atOnce(List.of(cases.login(name, people)), LOGIN));
        cases.failCheaply(CHEAP_FAILURES);
        print(Comparison.atOnce(List.of(cases.login(name + AFTER, people)), LOGIN));
    }

    private static Pace pace(TimedForm form) {
        return switch (form) {
            case LOGIN -> LOGIN;
            case TRIAL_REGISTRATION -> TRIALS;
            default -> RECOVERY;
        };
    }

    private void print(List<Finding> findings) {
        findings.forEach(finding -> print(finding.row()));
    }

    private void print(String line) {
        System.out.print(line);
        table.append(line);
    }

    private String chapter(TimedForm form) {
        return """
                How long the answer to the posted form takes for each sort of account, beside a name or an address that
                nobody has: pairs in random order, each sample a new visitor from an address of its own, and after the
                same rest where an answer is not held back. "Difference" is the mean of the differences within pairs
                without the fifth at either end, its interval from a bootstrap in blocks; AUC is how often a guess by one
                time would be right. A class passes where the whole interval lies within one millisecond and the AUC's
                within 0.45 to 0.55, fails where one lies wholly outside, and is inconclusive where even %,d pairs leave
                it open. No class may fail, nor the first control; the second must.

                `./test timing -Dtiming.forms=%s -Dtiming.pairs=%d` on %s.

                %s""".formatted(pace(form).limit(), form.title(), pace(form).limit(), MachineInfo.inWords(), table);
    }
}
