package com.mailup.keycloak.load;

import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.SmtpSink;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.ConcurrentDoubleHistogram;
import org.HdrHistogram.DoubleHistogram;

/** How long mails took from their requests to the mail server. Each address is asked for once. */
final class MailDelays {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Map<String, Long> begins = new ConcurrentHashMap<>();
    private final DoubleHistogram millis = new ConcurrentDoubleHistogram(3);
    private final SmtpSink sink;

    /** Begins to watch the mail server, until the JVM ends. */
    MailDelays(SmtpSink sink) {
        this.sink = sink;
        Thread watch = new Thread(this::watch, "mail-delays");
        watch.setDaemon(true);
        watch.start();
    }

    private void watch() {
        while (true) {
            sink.nextAccepted(Duration.ofSeconds(1)).map(begins::remove).ifPresent(this::arrived);
        }
    }

    private void arrived(long begin) {
        millis.recordValue((System.nanoTime() - begin) / 1e6);
    }

    /** To be called before its request leaves. */
    void begin(String address) {
        begins.put(address, System.nanoTime());
    }

    /** Waits for the last mail; the times of those that were begun since this was called before. */
    DoubleHistogram millis() {
        Await.until("every mail is there", LONGEST, begins::isEmpty);
        DoubleHistogram all = millis.copy();
        millis.reset();
        return all;
    }
}
