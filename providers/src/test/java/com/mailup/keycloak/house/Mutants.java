package com.mailup.keycloak.house;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes one change of {@code mutants.txt} after the other, each in a copy of the working copy, and runs the test that has to
 * be red with it. All of these tests have to be green before. Started by {@code ./test mutants}; {@code -Dmutants=} names
 * some of them, with commas. Ends with 1 where a test did not notice.
 */
public final class Mutants {

    private Mutants() {}

    public static void main(String[] arguments) {
        List<Mutant> mutants = chosen(System.getProperty("mutants", ""));
        MutantTree tree = MutantTree.refreshed();
        System.out.printf("%d changes, in %s%n", mutants.size(), tree.root());
        if (!areGreen(tree, mutants.stream().map(Mutant::test).toList())) {
            System.exit(1);
        }
        long missed =
                mutants.stream().filter(mutant -> !isNoticed(tree, mutant)).count();
        tree.refresh();
        System.out.printf("%d of %d changes were noticed.%n", mutants.size() - missed, mutants.size());
        System.exit(missed == 0 ? 0 : 1);
    }

    /** Those that need no server first. */
    private static List<Mutant> chosen(String names) {
        List<Mutant> all = Mutant.all();
        List<String> wanted = names.isEmpty() ? List.of() : List.of(names.split(","));
        if (!all.stream().map(Mutant::name).toList().containsAll(wanted)) {
            throw new IllegalArgumentException("Not all of these are in mutants.txt: " + names);
        }
        return all.stream()
                .filter(mutant -> wanted.isEmpty() || wanted.contains(mutant.name()))
                .sorted(Comparator.comparing(mutant -> mutant.test().isIntegration()))
                .toList();
    }

    private static boolean areGreen(MutantTree tree, List<TestName> tests) {
        long began = System.nanoTime();
        MutantRun run = new MutantRun(tree.root(), Set.of("platform", "providers"), tests);
        MutantResult result = run.result();
        row(result.isGreen() ? "green" : "NOT GREEN", began, "without a change", result.run() + " tests");
        if (!result.isGreen()) {
            result.failures().forEach(System.out::println);
            System.out.println("Maven said: " + run.log());
        }
        return result.isGreen();
    }

    private static boolean isNoticed(MutantTree tree, Mutant mutant) {
        long began = System.nanoTime();
        tree.refresh();
        tree.change(mutant);
        MutantRun run = new MutantRun(tree.root(), modules(tree, mutant), List.of(mutant.test()));
        MutantResult result = run.result();
        if (result.isRed()) {
            row("red", began, mutant.name(), line(result.failures().get(0)));
        } else if (result.isGreen()) {
            row("SURVIVED", began, mutant.name(), mutant.harm() + " (" + mutant.test() + ")");
        } else {
            row("NOT RUN", began, mutant.name(), "it does not compile, or no server has started: " + run.log());
        }
        return result.isRed();
    }

    private static Set<String> modules(MutantTree tree, Mutant mutant) {
        Set<String> modules = new LinkedHashSet<>();
        if (mutant.file().startsWith("platform/")) {
            modules.add("platform");
        }
        modules.add(mutant.test().module(tree.root()));
        return modules;
    }

    private static void row(String verdict, long began, String name, String remark) {
        System.out.printf("%-9s %4d s  %-30s %s%n", verdict, (System.nanoTime() - began) / 1_000_000_000, name, remark);
    }

    private static String line(String failure) {
        String line = failure.replaceAll("\\s+", " ");
        return line.length() > 160 ? line.substring(0, 160) + " …" : line;
    }
}
