package com.mailup.keycloak.load;

import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.http.HttpDsl.currentLocation;

import com.mailup.keycloak.testbed.Person;
import io.gatling.javaapi.core.PopulationBuilder;
import java.util.ArrayList;
import java.util.List;

/** Whole logins, from the page to the application's answer to the code; where there are attackers, beside failed ones. */
public final class LoginSimulation extends VisitorSimulation {

    public LoginSimulation() {
        List<PopulationBuilder> populations = new ArrayList<>();
        populations.add(clients(
                "logins",
                run.clients(),
                measured(open("login")
                        .exec(post("login", "#{username}")
                                .formParam("password", Person.PASSWORD)
                                .check(currentLocation().is(run.server().home()))))));
        if (run.attackers() > 0) {
            populations.add(clients(
                    "attackers",
                    run.attackers(),
                    open("login")
                            .exec(post("failed login", "m#{randomUuid()}")
                                    .formParam("password", "guess")
                                    .check(css("input[name=password]").exists()))));
        }
        start(populations);
    }
}
