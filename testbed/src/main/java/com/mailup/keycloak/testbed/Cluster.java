package com.mailup.keycloak.testbed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Two Keycloak nodes on one PostgreSQL, with a mailbox and a platform of their own. People know them by one address,
 * that of the first node; a {@link Visitor} can be sent through either.
 */
public final class Cluster implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private final Postgres database =
            new Postgres(Repository.here().target().resolve("servers/postgres").toAbsolutePath());
    private final Mailbox mailbox = new Mailbox();
    private final Figures figures = new Figures();
    private final String url = "http://localhost:" + FreePort.find();
    private final RelyingParty platform;
    private final List<KeycloakSetup> setups;
    private final List<KeycloakServer> nodes = new ArrayList<>();
    private final AdminApi admin;

    Cluster() {
        KeycloakSetup first = KeycloakSetup.named("node-1");
        platform = new RelyingParty(0, url + "/realms/" + first.realm());
        setups = List.of(
                configured(first).port(Integer.parseInt(url.replaceFirst(".*:", ""))),
                configured(KeycloakSetup.named("node-2")).port(FreePort.find()));
        new KeycloakStart(first).build();
        buildTwin();
        setups.forEach(setup -> nodes.add(setup.start()));
        admin = new AdminApi(() -> node(0), node(0).realm());
    }

    private KeycloakSetup configured(KeycloakSetup node) {
        return node.timeTravel()
                .with(mailbox)
                .with(platform)
                .variable("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m")
                .buildOption("--db=postgres")
                .buildOption("--cache=ispn")
                .option("--db-url=" + database.url())
                .option("--db-username=" + Postgres.USER)
                .option("--db-password=any")
                .option("--hostname=" + url)
                .option("--cache-embedded-network-bind-address=127.0.0.1")
                .option("--cache-embedded-network-bind-port=" + FreePort.find());
    }

    /** What was built once serves both; the copy keeps the times of the files, by which Keycloak knows its build. */
    private void buildTwin() {
        FileWork.of(() -> {
            FolderTree.delete(setups.get(1).folder);
            FolderTree.copy(setups.get(0).folder, setups.get(1).folder);
        });
    }

    /** 0 or 1. */
    public KeycloakServer node(int number) {
        return nodes.get(number);
    }

    /** SIGTERM for the node; it finishes what it has begun. */
    public void stop(int number) {
        node(number).stop();
    }

    /** SIGKILL for the node and all its children. */
    public void kill(int number) {
        node(number).close();
    }

    /** With the data and under the addresses that it had before. */
    public void restart(int number) {
        kill(number);
        nodes.set(number, setups.get(number).start());
    }

    /** How many mails are still to be sent, without those that wait for their turn; none can be given up for half an hour. */
    public long mailsWaiting() {
        return database.number(
                "select count(*) from outbox_entry where entry_kind in ('mailup-mail', 'mailup-mail-low') and status = 'PENDING'"
                        + " and coalesce(last_error, '') not like 'limit: %'");
    }

    /** Until each mail that was asked for has been sent, found to be for nobody, or waits for its turn. */
    public void awaitMails() {
        Await.until("all mails have been sent", TIMEOUT, () -> mailsWaiting() == 0);
    }

    /** How many mails wait for their turn. */
    public long mailsOverLimit() {
        return database.number("select count(*) from outbox_entry where last_error like 'limit: %'");
    }

    /** Deletes them: otherwise they would reach the mail server of a later test. */
    public void forgetMailsOverLimit() {
        database.execute("delete from outbox_entry where last_error like 'limit: %'");
    }

    void returnToPresent() {
        nodes.forEach(KeycloakServer::returnToPresent);
    }

    public Postgres database() {
        return database;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    public RelyingParty platform() {
        return platform;
    }

    /** By way of the first node. */
    public AdminApi admin() {
        return admin;
    }

    /** Printed as one table when the cluster is closed. */
    public Figures figures() {
        return figures;
    }

    @Override
    public void close() {
        nodes.forEach(KeycloakServer::close);
        database.close();
        platform.close();
        mailbox.close();
        figures.print();
    }
}
