package com.mailup.keycloak.load;

import java.time.Duration;

/** A server, what its mail server takes for each mail, and how many clients ask at once. */
record Situation(Duration perMail, Contender contender, int clients) {

    Situation of(Contender other) {
        return new Situation(perMail, other, clients);
    }

    String title() {
        return "%d ms, %d at once".formatted(perMail.toMillis(), clients);
    }
}
