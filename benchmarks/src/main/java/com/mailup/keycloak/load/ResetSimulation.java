package com.mailup.keycloak.load;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.status;

import java.util.List;

/** Visitors who ask for a new password: each opens the form and posts it, which alone is measured. */
public final class ResetSimulation extends VisitorSimulation {

    public ResetSimulation() {
        start(List.of(clients(
                "resets",
                run.clients(),
                open("forgot-credentials?recover=password")
                        .exec(measured(exec(post("reset", "#{username}")
                                .formParam("email", Population.email("#{username}"))
                                .disableFollowRedirect()
                                .check(status().in(200, 302))))))));
    }

    @Override
    public void before() {
        run.mails().set(-run.server().mails());
    }

    @Override
    public void after() {
        run.mails().addAndGet(run.server().mails());
    }
}
