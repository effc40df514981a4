package com.mailup.keycloak.testbed;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What all tests of a run share: each part is started when it is first asked for, and stopped after the last test. */
final class Suite implements AutoCloseable {

    final Mailbox mailbox = new Mailbox();
    final Figures figures = new Figures();
    private final RelyingParty platform;
    private final int port = FreePort.find();
    private final KeycloakSetup setup;
    private KeycloakServer server;
    private AdminApi admin;
    private Chromium chromium;
    private Cluster cluster;
    private SpringPlatform spring;

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

    KeycloakServer server() {
        if (server == null) {
            server = setup.with(mailbox).with(platform).start();
        }
        return server;
    }

    /** Its door leads to the server, so that has to be there. */
    RelyingParty platform() {
        server();
        return platform;
    }

    AdminApi admin() {
        if (admin == null) {
            admin = new AdminApi(server(), server().realm());
        }
        return admin;
    }

    Chromium chromium() {
        if (chromium == null) {
            chromium = new Chromium();
        }
        return chromium;
    }

    Cluster cluster() {
        if (cluster == null) {
            cluster = new Cluster();
        }
        return cluster;
    }

    SpringPlatform spring() {
        if (spring == null) {
            spring = new SpringPlatform(server(), admin());
        }
        return spring;
    }

    boolean hasServer() {
        return server != null;
    }

    boolean hasCluster() {
        return cluster != null;
    }

    boolean hasSpring() {
        return spring != null;
    }

    @Override
    public void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (spring != null) {
            spring.close();
        }
        if (server != null) {
            server.close();
        }
        if (cluster != null) {
            cluster.close();
        }
        platform.close();
        mailbox.close();
        figures.print();
    }
}
