package com.mailup.keycloak.load;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.Session;
import java.util.List;

/** Visitors who ask for a new password, so many in each second however long the answers take. */
public final class SteadyResetSimulation extends VisitorSimulation {

    private static final int SECONDS_FOR_THE_LAST = 60;

    public SteadyResetSimulation() {
        start(
                List.of(scenario("steady resets")
                        .exec(visit(openReset().exec(this::begin).exec(measured(postReset()))))
                        .injectOpen(constantUsersPerSec(run.clients()).during(run.seconds()))),
                run.seconds() + SECONDS_FOR_THE_LAST);
    }

    private Session begin(Session session) {
        run.server().delays().begin(Population.email(session.getString("username")));
        return session;
    }
}
