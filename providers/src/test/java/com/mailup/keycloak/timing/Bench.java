package com.mailup.keycloak.timing;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.SmtpSink;
import java.time.Duration;

/** A server for nobody but the stopwatch, with a mail server that is never slow. */
final class Bench implements AutoCloseable {

    private static final String PLATFORM = "http://localhost:8081";

    private final SmtpSink sink = new SmtpSink(Duration.ZERO);
    private final KeycloakServer server;

    Bench() {
        server = KeycloakSetup.named("timing")
                .variable("SMTP_HOST", "127.0.0.1")
                .variable("SMTP_PORT", sink.port())
                .variable("PLATFORM_URL", PLATFORM)
                .start();
    }

    Cases cases(Pace pace) {
        return new Cases(new AdminApi(server, server.realm()), new Stopwatch(server, sink, PLATFORM), pace);
    }

    @Override
    public void close() {
        server.close();
        sink.close();
    }
}
