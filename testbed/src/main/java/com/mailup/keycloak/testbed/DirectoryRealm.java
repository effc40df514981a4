package com.mailup.keycloak.testbed;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.keycloak.representations.idm.UserRepresentation;

/** Our realm with a directory of people beside it, and visitors who ask for what they have forgotten. */
public final class DirectoryRealm implements AutoCloseable {

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private static final String FLOW = "mailup reset credentials";

    private final Directory directory = new Directory();
    private final OurRealm realm;
    private Change attached = () -> {};
    private String network;
    private int visitors;

    DirectoryRealm(KeycloakServer server, AdminApi existing, Mailbox mailbox, String name) {
        realm = new OurRealm(server, existing, mailbox, name);
    }

    /** The directory answers, and what was told before is of no interest: who asks now comes from another network. */
    public void forget() {
        directory.answer();
        directory.start();
        network = "192.168." + NETWORKS.incrementAndGet() + ".";
        visitors = 0;
    }

    public Directory directory() {
        return directory;
    }

    public AdminApi admin() {
        return realm.admin();
    }

    public RelyingParty platform() {
        return realm.platform();
    }

    /** In place of how it was attached before, and of all who were imported then. */
    public void attach(Federation federation) {
        attached.close();
        attached = federation.attach(realm.admin(), directory);
    }

    /** The page that somebody sees who has asked for the user names of an address. */
    public Reply recover(String email) {
        return visitor().recover(realm.platform(), email);
    }

    /** The page that somebody sees who has asked for a new password. */
    public Reply reset(Person person) {
        return visitor().reset(realm.platform(), person);
    }

    /** A setting of the recoveries for the time of a test; what is closed takes it back. */
    public Change set(String setting, String value) {
        return realm.admin().changedStep(FLOW, setting, value);
    }

    /** From the network of this test. */
    public Visitor visitor() {
        return new Visitor().from(network + ++visitors);
    }

    /** What the console finds by an address, user names in order. */
    public List<String> foundInConsole(String email) {
        return realm.admin().usersOf(email).stream()
                .map(UserRepresentation::getUsername)
                .sorted()
                .toList();
    }

    /** The errors, or else the outcomes, of the events of a recovery's mail, newest first, once there is one. */
    public List<String> outcomes(String recovery) {
        Await.until("an outcome", () -> !outcomesNow(recovery).isEmpty());
        return outcomesNow(recovery);
    }

    public List<String> outcomesNow(String recovery) {
        return realm.admin().events().stream()
                .filter(event ->
                        event.getIpAddress() != null && event.getIpAddress().startsWith(network))
                .filter(event ->
                        AdminApi.detail(event, "custom_required_action").equals(recovery))
                .map(event -> Optional.ofNullable(event.getError()).orElseGet(() -> AdminApi.detail(event, "outcome")))
                .filter(outcome -> !outcome.equals("requested"))
                .toList();
    }

    /** A realm whose directory is down cannot let go of it. */
    @Override
    public void close() {
        forget();
        realm.close();
        directory.close();
    }
}
