package com.mailup.keycloak.load;

import com.mailup.keycloak.report.MachineInfo;
import com.mailup.keycloak.report.PerformancePage;
import com.mailup.keycloak.report.Program;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.FreePort;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.SpringPlatform;
import com.mailup.keycloak.testbed.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentDoubleHistogram;
import org.HdrHistogram.DoubleHistogram;

/**
 * The platform's pages at 50 requests a second, not by Gatling, whose times run from when a request was sent: here from
 * when it was due. Started by {@code ./test pages}, which writes its chapter of {@code docs/performance.md}.
 */
public final class PlatformPages {

    private static final int PEOPLE = 20;
    private static final int RATE = 50;
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = Integer.getInteger("load.seconds", 60);
    private static final List<String> PAGES = List.of("", "acquisto", "abbonamento", "abbonamento/fatturazione");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, DoubleHistogram> times = new TreeMap<>();
    private final SpringPlatform platform;
    private final List<String> cookies = new ArrayList<>();

    private PlatformPages(SpringPlatform platform, AdminApi admin) {
        this.platform = platform;
        for (int i = 0; i < PEOPLE; i++) {
            cookies.add(signIn(admin));
        }
    }

    public static void main(String[] arguments) {
        Program.run(PlatformPages::measure);
    }

    private static void measure() {
        int port = FreePort.find();
        try (RelyingParty other = new RelyingParty(0, "http://localhost:" + port + "/realms/mailup");
                KeycloakServer server =
                        KeycloakSetup.named("pages").port(port).with(other).start()) {
            AdminApi admin = new AdminApi(server, server.realm());
            try (SpringPlatform platform = new SpringPlatform(server, admin)) {
                PlatformPages pages = new PlatformPages(platform, admin);
                pages.run(WARM_UP_SECONDS);
                pages.run(SECONDS);
                new PerformancePage().chapter("Platform", pages.chapter());
            }
        }
    }

    private String signIn(AdminApi admin) {
        Person person = admin.create(Person.any().withAttribute("plan", "active"));
        Visitor visitor = new Visitor();
        visitor.open(platform.home() + "abbonamento");
        String page = visitor.submit(Map.of("username", person.username(), "password", Person.PASSWORD))
                .pageId();
        if (!page.equals("platform-abbonamento")) {
            throw new IllegalStateException("Nobody can sign in here: " + page);
        }
        return visitor.cookiesFor(URI.create(platform.home()));
    }

    private void run(int seconds) {
        PAGES.forEach(page -> times.put(page, new ConcurrentDoubleHistogram(3)));
        List<CompletableFuture<?>> all = new ArrayList<>();
        long begin = System.nanoTime();
        for (int i = 0; i < seconds * RATE; i++) {
            long due = begin + i * 1_000_000_000L / RATE;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            all.add(request(PAGES.get(i % PAGES.size()), cookies.get(i % PEOPLE), due));
        }
        all.forEach(CompletableFuture::join);
    }

    private CompletableFuture<?> request(String page, String cookie, long due) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(platform.home() + page))
                .header("Cookie", cookie)
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).thenAccept(answer -> {
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("/" + page + ": " + answer.statusCode());
            }
            times.get(page).recordValue((System.nanoTime() - due) / 1e6);
        });
    }

    private String chapter() {
        StringBuilder rows = new StringBuilder();
        times.forEach((page, millis) -> rows.append(String.format(
                Locale.ROOT,
                "| `/%s` | %,d | %.1f ms | %.1f ms |%n",
                page,
                millis.getTotalCount(),
                millis.getValueAtPercentile(50),
                millis.getValueAtPercentile(95))));
        String text = """
                The platform's pages at %d requests a second over %d seconds, by %d people who are signed in, with its H2 store in
                memory; each time from when the request was due. Every page reads the account from the store, and every 15 seconds a
                session is refreshed at Keycloak, which is on the same machine.

                `./test pages` on %s.

                | page | requests | p50 | p95 |
                |---|--:|--:|--:|
                %s""".formatted(RATE, SECONDS, PEOPLE, MachineInfo.inWords(), rows);
        System.out.println(text);
        return text;
    }
}
