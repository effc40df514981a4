package com.mailup.keycloak.malformed;

import static org.assertj.core.api.Assertions.assertThat;

import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.Mailbox;
import com.mailup.keycloak.testbed.RawReply;
import com.mailup.keycloak.testbed.RawRequest;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.TestBed;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Malformed requests over every form and link. {@code -Dfuzz.requests=20000} sends more than the usual number,
 * {@code -Dfuzz.seed=<number>} repeats a run; {@code ./test fuzz} does the former.
 */
@ExtendWith(TestBed.class)
@Tag("release")
class FuzzIT {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 2_000);
    /** The same in every usual run, which is to tell what a change broke; {@code ./test fuzz} takes {@code -Dfuzz.seed=}. */
    private static final long SEED = Long.getLong("fuzz.seed", 15_027_248_602_580L);
    /** So often that most requests meet a session that is still good. */
    private static final int REQUESTS_A_SESSION = 100;

    private static final Pattern STACK_TRACE = Pattern.compile("(?m)^\\s+at [\\w.$/]+\\(");
    private static final Pattern LOG_ENTRY = Pattern.compile("(?m)^(?=\\d{4}-\\d\\d-\\d\\d )");
    /** Keycloak answers 400 to parameters of OpenID Connect that cannot be read, but writes the exception too (decision 7). */
    private static final List<String> KEYCLOAKS_OWN =
            List.of("KC-SERVICES0097: Invalid request: ", "Invalid claims parameter");

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void no_request_makes_the_server_fail(
            KeycloakServer server, RelyingParty platform, AdminApi admin, Mailbox mailbox) {
        System.out.printf("Fuzz: %d requests, seed %d%n", REQUESTS, SEED);
        int logged = server.log().length();
        URI keycloak = URI.create(server.url());
        Fuzz fuzz = new Fuzz(SEED);
        Map<Integer, Integer> answers = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        PublicRequests known = null;
        for (int number = 0; number < REQUESTS; number++) {
            if (number % REQUESTS_A_SESSION == 0) {
                known = PublicRequests.open(platform, admin, mailbox);
            }
            RawRequest request = fuzz.request(number, known.requests());
            RawReply reply = request.sendTo(keycloak);
            answers.merge(reply.status(), 1, Integer::sum);
            if (reply.status() >= 500 || STACK_TRACE.matcher(reply.text()).find()) {
                failures.add(number + ": " + reply.status() + " for " + request);
            }
        }
        System.out.println("Fuzz: answers by status: " + answers);

        stackTraces(server.log().substring(logged)).forEach(failures::add);
        assertThat(failures).as("seed %d", SEED).isEmpty();
    }

    private static Stream<String> stackTraces(String log) {
        return LOG_ENTRY
                .splitAsStream(log)
                .filter(entry -> STACK_TRACE.matcher(entry).find())
                .filter(entry -> KEYCLOAKS_OWN.stream().noneMatch(entry::contains) || entry.contains("com.mailup"));
    }
}
