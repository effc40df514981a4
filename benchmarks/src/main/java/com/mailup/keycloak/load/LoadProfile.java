package com.mailup.keycloak.load;

import java.time.Duration;

/** A server, what its mail server takes for each mail, and how many clients ask at once. */
record LoadProfile(Duration perMail, Contender contender, int clients) {

    LoadProfile of(Contender other) {
        return new LoadProfile(perMail, other, clients);
    }

    String title() {
        return "%d ms, %d at once".formatted(perMail.toMillis(), clients);
    }
}
