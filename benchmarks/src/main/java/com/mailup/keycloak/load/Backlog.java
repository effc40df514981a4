package com.mailup.keycloak.load;

import com.mailup.keycloak.report.MachineInfo;
import com.mailup.keycloak.report.PerformancePage;
import com.mailup.keycloak.report.Program;
import com.mailup.keycloak.testbed.AdminApi;
import com.mailup.keycloak.testbed.AtOnce;
import com.mailup.keycloak.testbed.Await;
import com.mailup.keycloak.testbed.FreePort;
import com.mailup.keycloak.testbed.KeycloakServer;
import com.mailup.keycloak.testbed.KeycloakSetup;
import com.mailup.keycloak.testbed.Person;
import com.mailup.keycloak.testbed.Postgres;
import com.mailup.keycloak.testbed.RelyingParty;
import com.mailup.keycloak.testbed.Repository;
import com.mailup.keycloak.testbed.SmtpSink;
import com.mailup.keycloak.testbed.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.DoubleHistogram;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Thousands of mails that wait for a slow mail server, and resets that people ask for meanwhile. Stock Keycloak has no queue to
 * compare with. Started by {@code ./test backlog}, which writes its chapter of {@code docs/performance.md}.
 */
public final class Backlog {

    private static final int MAILS = Integer.getInteger("backlog.mails", 5_000);
    private static final Duration PER_MAIL = Duration.ofMillis(800);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final StringBuilder rows = new StringBuilder();

    private Backlog() {}

    public static void main(String[] arguments) {
        Program.run(() -> new Backlog().measure());
    }

    private void measure() {
        for (int start = 0; start < Contender.STARTS; start++) {
            try (Postgres database = Postgres.named("backlog")) {
                measure(Store.POSTGRESQL, setup().with(database));
            }
            measure(Store.H2, setup());
        }
        String text = """
                %,d mails that an administrator has sent, with a mail server that takes 800 ms for each, and a reset a second meanwhile:
                how long until its mail was taken, those 800 ms included. %d starts for each database. "Connections": of the database, at
                most, in use while mails left; the resets' requests are among them.

                `./test backlog` on %s.

                | database | lost | mails/s | reset, median | at most | connections |
                |---|--:|--:|--:|--:|--:|
                %s""".formatted(MAILS, Contender.STARTS, MachineInfo.inWords(), rows);
        System.out.println(text);
        new PerformancePage().chapter("Backlog", text);
    }

    private static KeycloakSetup setup() {
        return KeycloakSetup.named("backlog")
                .imports(Repository.here().realm().get(0))
                .alsoImports(new Population(MAILS).file("mailup"));
    }

    private void measure(Store store, KeycloakSetup setup) {
        int port = FreePort.find();
        try (SmtpSink smtp = new SmtpSink(PER_MAIL);
                RelyingParty platform = new RelyingParty(0, "http://localhost:" + port + "/realms/mailup");
                KeycloakServer server =
                        setup.with(smtp).with(platform).port(port).start()) {
            AdminApi admin = new AdminApi(server, "mailup");
            UsersResource users = admin.realm().users();
            List<String> ids = users.search("m1", 0, MAILS, true).stream()
                    .map(UserRepresentation::getId)
                    .toList();
            AtOnce.of(8, ids.size(), i -> {
                users.get(ids.get(i)).executeActionsEmail(List.of("UPDATE_PASSWORD"));
                return null;
            });
            rows.append("| %s %s".formatted(store.title(), drain(smtp, platform, server, admin, ids.size())));
        }
    }

    /** The other cells. */
    private static String drain(
            SmtpSink smtp, RelyingParty platform, KeycloakServer server, AdminApi admin, int mails) {
        DoubleHistogram resets = new DoubleHistogram(3);
        double connections = 0;
        long before = smtp.total();
        long begin = System.nanoTime();
        int asked = 0;
        while (smtp.total() < mails + asked) {
            Person person = admin.create(Person.any());
            long due = System.nanoTime();
            new Visitor().reset(platform, person);
            smtp.await(person.email(), 1);
            resets.recordValue((System.nanoTime() - due) / 1e6);
            connections = Math.max(connections, server.metric("agroal_active_count"));
            asked++;
            Await.pause(PAUSE);
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        return String.format(
                Locale.ROOT,
                "| %d | %.1f | %,.0f ms | %,.0f ms | %.0f |%n",
                mails + asked - smtp.total(),
                (smtp.total() - before) / seconds,
                resets.getValueAtPercentile(50),
                resets.getMaxValue(),
                connections);
    }
}
