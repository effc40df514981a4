package com.mailup.keycloak.load;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.FreePort;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Postgres;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Reply;
import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.testbed.StockRealm;
import com.mailup.keycloak.testbed.Visitor;
import com.mailup.keycloak.trialregistration.Applicant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One of the two, with a database and a mail server of its own. */
final class ServerUnderTest implements AutoCloseable {

    private static final int AT_ONCE = 200;

    private final Contender contender;
    private final SmtpSink sink = new SmtpSink(Duration.ZERO);
    private final Postgres database;
    private final RelyingParty platform;
    private final KeycloakServer server;

    ServerUnderTest(Contender contender) {
        this.contender = contender;
        database = Postgres.named("place-" + contender.realm());
        int port = FreePort.find();
        platform = new RelyingParty(0, "http://localhost:" + port + "/realms/" + contender.realm());
        KeycloakSetup setup = KeycloakSetup.named("place-" + contender.realm())
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
            Person person = Person.any();
            people.add(contender == Contender.OURS ? person.withAttribute("plan", "trial") : person);
        }
        for (int i = 0; i < count; i += AT_ONCE) {
            admin.create(people.subList(i, Math.min(count, i + AT_ONCE)));
        }
        return people;
    }

    double login(Person person, String wish) {
        Visitor visitor = new Visitor();
        visitor.open(platform.loginUrl() + wish);
        return millis(visitor.post(Map.of("username", person.username(), "password", Person.PASSWORD))
                .took());
    }

    /** From the page to the application's answer to the code; how long that took, in milliseconds. */
    double signIn(Person person) {
        long begin = System.nanoTime();
        Reply end = new Visitor().signIn(platform, person.username(), Person.PASSWORD);
        if (end.status() != 200 || !end.uri().toString().startsWith(platform.home())) {
            throw new IllegalStateException("No login: " + end.status());
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    /** A wrong password, each time from another address; how long the answer took, in milliseconds. */
    double fail(String username) {
        Visitor visitor = new Visitor();
        visitor.openLogin(platform);
        return millis(
                visitor.post(Map.of("username", username, "password", "guess")).took());
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
        database.close();
    }
}
