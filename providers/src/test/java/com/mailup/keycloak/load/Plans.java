package com.mailup.keycloak.load;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.FreePort;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.Machine;
import com.mailup.keycloak.testbed.Patience;
import com.mailup.keycloak.testbed.Percentiles;
import com.mailup.keycloak.testbed.PerformancePage;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Postgres;
import com.mailup.keycloak.testbed.Program;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.testbed.StockRealm;
import com.mailup.keycloak.testbed.Visitor;
import com.mailup.keycloak.trialregistration.Applicant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What a landing adds to a login, and what a thousand trials cost one after the other; beside Keycloak as it comes. Started
 * by {@code ./test plans}, which writes its chapter of {@code docs/performance.md}.
 */
public final class Plans {

    private static final int WARM_UP = 100;
    private static final int LOGINS = 500;
    private static final int TRIALS = 1_000;
    private static final int STEP = 200;

    private Plans() {}

    public static void main(String[] arguments) {
        Program.run(Plans::measure);
    }

    private static void measure() {
        String text = """
                A login that ends with a code and one that ends at the landing of the plan, in turn, on one server: the posted form
                until its answer. Beside them Keycloak as it comes, on a server of its own, after the other.

                `./test plans` on %s.

                | login | p50 | p95 |
                |---|--:|--:|
                %s
                %,d registrations one after the other. Ours answers, and a worker makes the account and sends the mail; the time for all
                is until the last account is there. Keycloak makes the account while the visitor waits; its mail comes later.

                | registrations | ours: answer, p50 | ours: each, until its account is there | stock: answer, p50 |
                |--:|--:|--:|--:|
                %s""".formatted(Machine.inWords(), logins(), TRIALS, registrations());
        System.out.println(text);
        new PerformancePage().chapter("Plans", text);
    }

    private static String logins() {
        List<Double> code = new ArrayList<>();
        List<Double> landing = new ArrayList<>();
        List<Double> stock = new ArrayList<>();
        try (Place ours = new Place(Contender.OURS)) {
            List<Person> people = ours.people(WARM_UP + LOGINS);
            for (int i = 0; i < people.size(); i++) {
                keep(i, code, ours.login(people.get(i), ""));
                keep(i, landing, ours.login(people.get(i), "?landing=plan"));
            }
        }
        try (Place other = new Place(Contender.STOCK)) {
            List<Person> people = other.people(WARM_UP + LOGINS);
            for (int i = 0; i < people.size(); i++) {
                keep(i, stock, other.login(people.get(i), ""));
            }
        }
        return row("ours, with a code", code) + row("ours, to the landing", landing) + row("stock", stock);
    }

    private static void keep(int number, List<Double> times, double millis) {
        if (number >= WARM_UP) {
            times.add(millis);
        }
    }

    private static String row(String name, List<Double> millis) {
        Percentiles all = Percentiles.of(millis);
        return String.format(Locale.ROOT, "| %s | %.1f ms | %.1f ms |%n", name, all.p50(), all.p95());
    }

    private static String registrations() {
        StringBuilder rows = new StringBuilder();
        try (Place ours = new Place(Contender.OURS);
                Place other = new Place(Contender.STOCK)) {
            ours.register(WARM_UP);
            other.register(WARM_UP);
            for (int done = 0; done < TRIALS; done += STEP) {
                long begin = System.nanoTime();
                List<Double> answers = ours.register(STEP);
                double each = (System.nanoTime() - begin) / 1e6 / STEP;
                rows.append(String.format(
                        Locale.ROOT,
                        "| %,d to %,d | %.1f ms | %.1f ms | %.1f ms |%n",
                        done + 1,
                        done + STEP,
                        Percentiles.of(answers).p50(),
                        each,
                        Percentiles.of(other.register(STEP)).p50()));
            }
        }
        return rows.toString();
    }

    /** One of the two, with a database and a mail server of its own. */
    private static final class Place implements AutoCloseable {

        private final Contender contender;
        private final SmtpSink sink = new SmtpSink(Duration.ZERO);
        private final Postgres database;
        private final RelyingParty platform;
        private final KeycloakServer server;

        Place(Contender contender) {
            this.contender = contender;
            database = Postgres.named("plans-" + contender.realm());
            int port = FreePort.find();
            platform = new RelyingParty(0, "http://localhost:" + port + "/realms/" + contender.realm());
            KeycloakSetup setup = KeycloakSetup.named("plans-" + contender.realm())
                    .port(port)
                    .with(sink)
                    .with(platform)
                    .with(database);
            server = (contender == Contender.OURS
                            ? setup.imports(Repository.here().realm().get(0))
                            : setup.withoutOurJar().imports(StockRealm.file(platform)))
                    .start();
        }

        List<Person> people(int count) {
            AdminApi admin = new AdminApi(server, contender.realm());
            List<Person> people = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Person person = Person.named("m" + UUID.randomUUID());
                people.add(contender == Contender.OURS ? person.withAttribute("plan", "trial") : person);
            }
            for (int i = 0; i < count; i += STEP) {
                admin.create(people.subList(i, Math.min(count, i + STEP)));
            }
            return people;
        }

        double login(Person person, String wish) {
            Visitor visitor = new Visitor();
            visitor.open(platform.loginUrl() + wish);
            return millis(visitor.post(Map.of("username", person.username(), "password", Person.PASSWORD))
                    .took());
        }

        /** Until each account is there; what each answer took. */
        List<Double> register(int count) {
            List<Double> answers = new ArrayList<>();
            long before = sink.total();
            for (int i = 0; i < count; i++) {
                Visitor visitor = new Visitor();
                visitor.openRegistration(platform);
                Map<String, String> fields = Applicant.any().fields();
                if (contender == Contender.STOCK) {
                    fields.put("username", "m" + UUID.randomUUID());
                }
                answers.add(millis(visitor.post(fields).took()));
            }
            if (contender == Contender.OURS) {
                Patience.until("all mails have left", Duration.ofMinutes(2), () -> sink.total() - before >= count);
            }
            return answers;
        }

        private static double millis(Duration took) {
            return took.toNanos() / 1e6;
        }

        @Override
        public void close() {
            server.close();
            platform.close();
            sink.close();
            database.close();
        }
    }
}
