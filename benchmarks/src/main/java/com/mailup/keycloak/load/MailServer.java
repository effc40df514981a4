package com.mailup.keycloak.load;

import com.mailup.keycloak.testbed.Certificate;
import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.SmtpSink;
import java.time.Duration;
import java.util.function.Function;

/**
 * A mail server that a realm is given.
 *
 * @param sink what it is
 * @param setup lets a server send its mails there
 */
record MailServer(SmtpSink sink, Function<KeycloakSetup, KeycloakSetup> setup) {

    /** @param perMail what it takes for each mail */
    static MailServer plain(Duration perMail) {
        SmtpSink sink = new SmtpSink(perMail);
        return new MailServer(sink, setup -> setup.with(sink));
    }

    /** The same, with TLS from the first byte on. */
    static MailServer tls(Duration perMail) {
        Certificate certificate = new Certificate();
        SmtpSink sink = new SmtpSink(perMail, certificate);
        return new MailServer(sink, setup -> setup.with(sink, certificate));
    }
}
