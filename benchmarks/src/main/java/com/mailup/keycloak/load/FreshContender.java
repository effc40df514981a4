package com.mailup.keycloak.load;

import com.mailup.keycloak.testbed.FreePort;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Postgres;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.SmtpSink;
import java.time.Duration;

/** One contender with its people a database and a mail server of this speed, freshly started. */
final class FreshContender implements AutoCloseable {

    private final Contender contender;
    private final Population people;
    private final SmtpSink sink;
    private final RelyingParty platform;
    private final Postgres database = Postgres.named("load");
    private final KeycloakServer server;

    FreshContender(Contender contender, Duration perMail, int size) {
        this.contender = contender;
        people = new Population(size);
        sink = new SmtpSink(perMail);
        int port = FreePort.find();
        platform = new RelyingParty(0, "http://localhost:" + port + "/realms/" + contender.realm());
        server = contender
                .setup(platform, people)
                .port(port)
                .with(sink)
                .with(database)
                .with(platform)
                .start();
    }

    RecoveryLoadGenerator rush() {
        return new RecoveryLoadGenerator(platform, () -> contender.fields(people.next()));
    }

    long mails() {
        return sink.total();
    }

    @Override
    public void close() {
        server.close();
        platform.close();
        sink.close();
        database.close();
    }
}
