package com.mailup.keycloak.timing;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.FreePort;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.trialregistration.TrialCap;
import java.time.Duration;

/** A server for nobody but the stopwatch, with a mail server that is never slow. */
final class TimingServer implements AutoCloseable {

    private final int port = FreePort.find();
    private final SmtpSink sink = new SmtpSink(Duration.ZERO);
    private final RelyingParty platform = new RelyingParty(0, "http://localhost:" + port + "/realms/mailup");
    private final KeycloakServer server =
            KeycloakSetup.named("timing").port(port).with(sink).with(platform).start();

    TimingServer() {
        new TrialCap(admin()).raise();
    }

    TimingCases cases(Pace pace) {
        return new TimingCases(admin(), new Stopwatch(platform, sink), pace);
    }

    AdminApi admin() {
        return new AdminApi(server, server.realm());
    }

    @Override
    public void close() {
        server.close();
        platform.close();
        sink.close();
    }
}
