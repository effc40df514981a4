package com.mailup.keycloak.load;

import com.mailup.keycloak.testbed.Repository;
import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.Simulation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentDoubleHistogram;
import org.HdrHistogram.DoubleHistogram;

/**
 * A simulation that Gatling runs in this process. Its report stays below {@code benchmarks/target/gatling}; times are
 * taken here, since Gatling's are whole milliseconds and, but for its pages, in no file that others can read.
 *
 * @param server that is visited
 * @param usernames who visits, in turn
 * @param clients how many visit at once, each as fast as it is answered; or how many come in each second
 * @param attackers how many fail to log in meanwhile
 * @param seconds after which nobody comes any more
 * @param millis what each measured visit took, in milliseconds
 * @param mails how many the mail server took meanwhile
 */
record GatlingRun(
        ServerUnderTest server,
        List<String> usernames,
        int clients,
        int attackers,
        int seconds,
        DoubleHistogram millis,
        AtomicLong mails) {

    /** How long one run takes, in seconds: {@code -Dload.seconds}, 10 unless said otherwise. */
    static final int SECONDS = Integer.getInteger("load.seconds", 10);

    static final int WARM_UP_SECONDS = 2 * SECONDS;

    private static final AtomicInteger VISITORS = new AtomicInteger();

    /** Gatling makes a simulation by the name of its class: this is what the simulation finds. */
    private static GatlingRun current;

    GatlingRun(ServerUnderTest server, List<String> usernames, int clients, int attackers, int seconds) {
        this(server, usernames, clients, attackers, seconds, new ConcurrentDoubleHistogram(3), new AtomicLong());
    }

    static GatlingRun current() {
        return current;
    }

    /** Runs it to its end; fails where any request did. */
    GatlingRun of(Class<? extends Simulation> simulation, String description) {
        current = this;
        String reports =
                Repository.here().root().resolve("benchmarks/target/gatling").toString();
        int status = Gatling$.MODULE$.fromArgs(new String[] {
            "-s", simulation.getName(), "-rf", reports, "-rd", description + ", " + clients + " clients"
        });
        if (status != 0) {
            throw new IllegalStateException("Requests failed: see the newest report in " + reports);
        }
        return this;
    }

    /** The next one: {@code username}, and an {@code address} that no other client has. */
    Map<String, Object> visitor() {
        int number = VISITORS.getAndIncrement();
        return Map.of(
                "username", usernames.get(number % usernames.size()),
                "address", "10.%d.%d.%d".formatted(number >> 16 & 255, number >> 8 & 255, number & 255));
    }
}
