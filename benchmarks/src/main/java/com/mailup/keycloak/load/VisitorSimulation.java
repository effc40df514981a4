package com.mailup.keycloak.load;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.flushCookieJar;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.List;
import java.util.stream.Stream;

/** Clients that visit, each time as another person from another client address. */
abstract class VisitorSimulation extends Simulation {

    final GatlingRun run = GatlingRun.current();

    /** To be called once: what all of them do at the same time, until the time is over. No request may fail. */
    final void start(List<PopulationBuilder> populations) {
        start(populations, run.seconds());
    }

    /** As {@link #start(List)}, with a time of its own. */
    final void start(List<PopulationBuilder> populations, int seconds) {
        setUp(populations)
                .protocols(http.disableCaching())
                .maxDuration(seconds)
                .assertions(global().failedRequests().count().is(0L));
    }

    final PopulationBuilder clients(String name, int count, ChainBuilder visit) {
        return scenario(name).forever().on(visit(visit)).injectOpen(atOnceUsers(count));
    }

    /** One visit by the next person. */
    final ChainBuilder visit(ChainBuilder steps) {
        return exec(flushCookieJar())
                .feed(Stream.generate(run::visitor).iterator())
                .exitBlockOnFail()
                .on(steps);
    }

    final ChainBuilder openReset() {
        return open("forgot-credentials?recover=password");
    }

    final ChainBuilder postReset() {
        return exec(post("reset", "#{username}")
                .formParam("email", Population.email("#{username}"))
                .disableFollowRedirect()
                .check(status().in(200, 302)));
    }

    /** Opens the page at this path of the application: {@link #post} is for its form. */
    final ChainBuilder open(String path) {
        return exec(http("page")
                .get(run.server().home() + path)
                .header("X-Forwarded-For", "#{address}")
                .check(css("form", "action").saveAs("action")));
    }

    /** The form of the page, with the user name as its first field. */
    static HttpRequestActionBuilder post(String name, String username) {
        return http(name)
                .post("#{action}")
                .header("X-Forwarded-For", "#{address}")
                .formParam("username", username);
    }

    /** Measures what these steps take where none of them fails. */
    final ChainBuilder measured(ChainBuilder steps) {
        return exec(session -> session.set("begin", System.nanoTime()))
                .exec(steps)
                .exec(session -> {
                    run.millis().recordValue((System.nanoTime() - session.getLong("begin")) / 1e6);
                    return session;
                });
    }
}
