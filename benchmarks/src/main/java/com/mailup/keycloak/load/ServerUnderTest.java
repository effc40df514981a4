package com.mailup.keycloak.load;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.FreePort;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Postgres;
import com.mailup.keycloak.testbed.QueueCounts;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.testbed.StockRealm;
import com.mailup.keycloak.testbed.Visitor;
import com.mailup.keycloak.trialregistration.Applicant;
import com.mailup.keycloak.trialregistration.TrialCap;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.HdrHistogram.DoubleHistogram;

/** One of the two, freshly started, with a database and a mail server of its own. */
final class ServerUnderTest implements AutoCloseable {

    private final Contender contender;
    private final SmtpSink sink;
    private final MailDelays delays;
    private final Optional<Postgres> database;
    private final RelyingParty platform;
    private final KeycloakServer server;

    /** On PostgreSQL with nobody in it, and a mail server that is quick. */
    ServerUnderTest(Contender contender) {
        this(contender, Store.POSTGRESQL, MailServer.plain(Duration.ZERO), new Population(0));
    }

    ServerUnderTest(Contender contender, Store store, MailServer mailServer, Population people) {
        this.contender = contender;
        sink = mailServer.sink();
        delays = new MailDelays(sink);
        int port = FreePort.find();
        String realm = contender == Contender.OURS ? "mailup" : StockRealm.NAME;
        platform = new RelyingParty(0, "http://localhost:" + port + "/realms/" + realm);
        database = store == Store.POSTGRESQL ? Optional.of(Postgres.named("load-" + realm)) : Optional.empty();
        KeycloakSetup setup = KeycloakSetup.named(
                        "load-" + realm + "-" + store.name().toLowerCase(Locale.ROOT))
                .port(port)
                // Otherwise half a core collects garbage.
                .heap("1g")
                .with(platform);
        mailServer.setup().apply(setup);
        database.ifPresent(setup::with);
        server = (contender == Contender.OURS
                        ? setup.imports(Repository.here().realm().get(0))
                        : setup.withoutOurJar().imports(StockRealm.file(platform)))
                .alsoImports(people.file(realm))
                .start();
    }

    /** Of the application. */
    String home() {
        return platform.home();
    }

    /** How many the mail server has taken. */
    long mails() {
        return sink.total();
    }

    /** From the requests to the mail server. */
    MailDelays delays() {
        return delays;
    }

    /** Until no mail waits: what is measured next shares the cores with none of them. */
    void awaitMails() {
        if (contender == Contender.OURS) {
            QueueCounts queue = new QueueCounts(new AdminApi(server, server.realm()));
            // What has not left by the end of its link's life is given up.
            Await.until("all mails have left", Duration.ofMinutes(12), () -> queue.of("waiting") == 0);
        }
    }

    /** Of this server alone, without its database, in milliseconds. */
    double processorMillis() {
        return server.metric("process_cpu_time_ns_total") / 1e6;
    }

    /** Of new accounts with the password of a test. */
    List<String> usernames(int count) {
        return people(count).stream().map(Person::username).toList();
    }

    List<Person> people(int count) {
        List<Person> people = Person.many(count);
        return new AdminApi(server, server.realm())
                .create(
                        contender == Contender.OURS
                                ? people.stream()
                                        .map(person -> person.withAttribute("plan", "trial"))
                                        .toList()
                                : people);
    }

    double login(Person person, String wish) {
        Visitor visitor = new Visitor();
        visitor.open(platform.loginUrl() + wish);
        return millis(visitor.post(Map.of("username", person.username(), "password", Person.PASSWORD))
                .took());
    }

    void raiseTrialCap() {
        new TrialCap(new AdminApi(server, server.realm())).raise();
    }

    /** Until each account is there; what each answer took. */
    DoubleHistogram register(int count) {
        DoubleHistogram answers = new DoubleHistogram(3);
        long before = sink.total();
        for (int i = 0; i < count; i++) {
            Visitor visitor = new Visitor();
            visitor.openRegistration(platform);
            Map<String, String> fields = Applicant.any().fields();
            if (contender == Contender.STOCK) {
                fields.put("username", "m" + UUID.randomUUID());
            }
            answers.recordValue(millis(visitor.post(fields).took()));
        }
        if (contender == Contender.OURS) {
            Await.until("all mails have left", Duration.ofMinutes(2), () -> sink.total() - before >= count);
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
        database.ifPresent(Postgres::close);
    }
}
