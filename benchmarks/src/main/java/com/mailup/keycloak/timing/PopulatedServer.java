package com.mailup.keycloak.timing;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.FreePort;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Postgres;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.testbed.Visitor;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A server on a database of its own with so many accounts, each with an address and the password of a test. */
final class PopulatedServer implements AutoCloseable {

    private final int port = FreePort.find();
    private final SmtpSink sink = new SmtpSink(Duration.ZERO);
    private final RelyingParty platform = new RelyingParty(0, "http://localhost:" + port + "/realms/mailup");
    private final int size;
    private final Postgres database;
    private final KeycloakServer server;

    PopulatedServer(String name, int size) {
        this.size = size;
        database = Postgres.named(name);
        server = KeycloakSetup.named(name)
                .port(port)
                .with(sink)
                .with(platform)
                .with(database)
                .start();
        populate();
    }

    /** By SQL, after the first one, whose password all the others get. */
    private void populate() {
        new AdminApi(server, server.realm()).create(Person.named("model"));
        insert("'m' || 10000000 + n", "'m' || 10000000 + n || '@example.com'", size);
        database.execute("""
                insert into credential (id, type, user_id, created_date, secret_data, credential_data, priority, version)
                select gen_random_uuid()::text, c.type, u.id, c.created_date, c.secret_data, c.credential_data, c.priority, 0
                from user_entity u, credential c join user_entity model on model.id = c.user_id
                where model.username = 'model' and u.username ~ '^m[0-9]{8}$'""");
        database.execute("vacuum analyze");
        checkPassword();
    }

    /** So many accounts on one address, at the end of the alphabet: a search that reads accounts in order reads all others first. */
    void add(String address, int accounts) {
        insert("'zz-" + address.replaceAll("@.*", "-") + "' || n", "'" + address + "'", accounts);
        database.execute("vacuum analyze");
    }

    private void insert(String username, String email, int count) {
        database.execute("""
                insert into user_entity (id, username, email, email_constraint, enabled, email_verified,
                    first_name, last_name, realm_id, created_timestamp, not_before)
                select gen_random_uuid()::text, %s, %s, gen_random_uuid()::text, true, true, 'Prova', 'Prova', realm.id, 0, 0
                from generate_series(0, %d) n, realm where realm.name = 'mailup'""".formatted(username, email, count - 1));
    }

    private void checkPassword() {
        Visitor visitor = new Visitor();
        visitor.openLogin(platform);
        TypedForm somebody = account().get();
        String page = visitor.submit(Map.of("username", somebody.username(), "password", somebody.password()))
                .pageId();
        if (!page.equals("platform")) {
            throw new IllegalStateException("Nobody can sign in here: " + page);
        }
    }

    /** Another one each time, from all parts of the table. */
    Supplier<TypedForm> account() {
        AtomicInteger next = new AtomicInteger();
        return () -> {
            long number = next.getAndIncrement() * 7_919L % size;
            return TypedForm.named("m" + (10_000_000 + number)).withPassword(Person.PASSWORD);
        };
    }

    Stopwatch stopwatch() {
        return new Stopwatch(platform, sink);
    }

    @Override
    public void close() {
        server.close();
        platform.close();
        sink.close();
        database.close();
    }
}
