package com.mailup.keycloak.timing;

import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.testbed.Visitor;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.function.Supplier;

/** Times the post of a form, and nothing else of a visit: all visitors share one connection, which is warm. */
final class Stopwatch {

    private final HttpClient http = Visitor.client();
    private final KeycloakServer server;
    private final SmtpSink sink;
    private final String platform;

    Stopwatch(KeycloakServer server, SmtpSink sink, String platform) {
        this.server = server;
        this.sink = sink;
        this.platform = platform;
    }

    Sampler of(Door door, Supplier<Typed> people) {
        return () -> time(door, people.get(), 0);
    }

    /** For people who get a mail: it is waited for, since its worker would disturb the next sample. */
    Sampler mailed(Door door, Supplier<Typed> people) {
        return () -> {
            Typed typed = people.get();
            int before = sink.totalFor(typed.email());
            double millis = time(door, typed, 0);
            sink.await(typed.email(), before + 1);
            return millis;
        };
    }

    /** As if the server took so much longer. */
    Sampler delayed(Door door, Supplier<Typed> people, double millis) {
        return () -> time(door, people.get(), millis);
    }

    private double time(Door door, Typed typed, double delayMillis) {
        Visitor visitor = new Visitor(http);
        String form = visitor.openForm(door.url(server.realmUrl(), platform));
        long start = System.nanoTime();
        while (System.nanoTime() - start < delayMillis * 1e6) {
            Thread.onSpinWait();
        }
        HttpResponse<String> answer = visitor.post(form, door.fields(typed));
        double millis = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200 && answer.statusCode() != 302) {
            throw new IllegalStateException(door + ": " + answer.statusCode() + "\n" + answer.body());
        }
        return millis;
    }
}
