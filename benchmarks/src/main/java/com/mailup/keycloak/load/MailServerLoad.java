package com.mailup.keycloak.load;

import java.time.Duration;

/** What a mail server takes for each mail, and how many clients ask at once. */
record MailServerLoad(Duration perMail, int clients) {

    @Override
    public String toString() {
        return "%d ms, %d at once".formatted(perMail.toMillis(), clients);
    }
}
