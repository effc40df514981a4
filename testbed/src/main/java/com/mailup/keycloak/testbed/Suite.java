package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What all tests of a run share: each part is started when it is first asked for, and stopped after the last test. */
final class Suite implements AutoCloseable {

    final Mailbox mailbox = new Mailbox();
    final Figures figures = new Figures();
    private final RelyingParty platform;
    private final int port = FreePort.find();
    final Shared<KeycloakServer> server = new Shared<>(this::start);
    final Shared<AdminApi> admin =
            new Shared<>(() -> new AdminApi(server.get(), server.get().realm()));
    private final Shared<MariaDb> mariaDb = new Shared<>(MariaDb::new);
    private final Shared<Postgres> postgres = new Shared<>(() -> Postgres.named("suite"));
    final Shared<Chromium> chromium = new Shared<>(Chromium::new);
    final Shared<Cluster> cluster = new Shared<>(Cluster::new);
    final Shared<SpringPlatform> spring = new Shared<>(() -> new SpringPlatform(server.get(), admin.get()));
    private final KeycloakSetup setup;

    Suite() {
        setup = KeycloakSetup.named("suite")
                .port(port)
                .timeTravel()
                // Twelve hours, by default: time travel does not move the timer.
                .option("--spi-events-listener--workflow-event-listener--step-runner-task-interval=PT1S")
                // Our realm with Keycloak's own login form, to compare with.
                .alsoImports(Repository.here().variant("stock-login", realm -> realm.put("browserFlow", "browser")))
                // Ours, with nobody and no application of the tests in it.
                .alsoImports(Repository.here().variant("delivered", realm -> {}))
                // Found at start: a wrong setting, a secret that nobody has filled in, plans that whole clients may
                // write.
                .alsoImports(Repository.here().variant("wrong", Suite::spoil));
        platform = new RelyingParty(0, "http://localhost:" + port + "/realms/" + setup.realm());
    }

    private static void spoil(ObjectNode realm) {
        realm.put("duplicateEmailsAllowed", false);
        ((ObjectNode) realm.path("clients").path(0)).put("secret", "${NOBODY_HAS_SET_THIS}");
        ObjectNode policy = (ObjectNode) realm.at("/clients/1/authorizationSettings/policies/0");
        policy.put("type", "client").putObject("config").put("clients", "[\"platform\"]");
    }

    /** On H2, or on what {@code -Dtestbed.database} names. */
    private KeycloakServer start() {
        switch (System.getProperty("testbed.database", "h2")) {
            case "h2" -> {
                // the server's own
            }
            case "postgresql" -> setup.with(postgres.get());
            case "mariadb" -> setup.with(mariaDb.get());
            default -> throw new IllegalArgumentException("testbed.database is h2, postgresql or mariadb");
        }
        return setup.with(mailbox).with(platform).start();
    }

    /** Its login leads to the server, so that has to be there. */
    RelyingParty platform() {
        server.get();
        return platform;
    }

    @Override
    public void close() {
        chromium.ifStarted(Chromium::close);
        spring.ifStarted(SpringPlatform::close);
        server.ifStarted(KeycloakServer::close);
        cluster.ifStarted(Cluster::close);
        mariaDb.ifStarted(MariaDb::close);
        postgres.ifStarted(Postgres::close);
        platform.close();
        mailbox.close();
        figures.print();
    }
}
