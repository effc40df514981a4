package com.mailup.keycloak.testbed;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** A company's LDAP directory with its people, in this process: it can be stopped or hang, and counts what it is asked. */
public final class Directory implements AutoCloseable {

    static final String ADMIN = "cn=admin,dc=example,dc=com";
    static final String ADMIN_PASSWORD = "a-password-for-tests-only";
    static final String PEOPLE = "ou=people,dc=example,dc=com";

    private final DirectoryPace pace = new DirectoryPace();
    private final int port = FreePort.find();
    private final InMemoryDirectoryServer ldap;

    public Directory() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=example,dc=com");
            config.addAdditionalBindCredentials(ADMIN, ADMIN_PASSWORD);
            config.addInMemoryOperationInterceptor(pace);
            InetAddress here = InetAddress.getByName(Containers.listenAddress());
            // A port of its own choice would be another one after a stop.
            config.setListenerConfigs(new InMemoryListenerConfig("people", here, port, null, null, null));
            ldap = new InMemoryDirectoryServer(config);
            ldap.add("dn: dc=example,dc=com", "objectClass: top", "objectClass: domain", "dc: example");
            ldap.add("dn: " + PEOPLE, "objectClass: top", "objectClass: organizationalUnit", "ou: people");
        } catch (LDAPException | LDIFException | UnknownHostException e) {
            throw new IllegalStateException("No directory", e);
        }
        start();
    }

    /** User name, address and password; what a directory does not know of a person stays out. */
    public void add(Person person) {
        try {
            ldap.add(
                    "dn: " + dn(person.username()),
                    "objectClass: top",
                    "objectClass: inetOrgPerson",
                    "uid: " + person.username(),
                    "cn: Prova",
                    "sn: " + person.username(),
                    "mail: " + person.email(),
                    "userPassword: " + person.password());
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException("Not added", e);
        }
    }

    /** As the directory's administrators would. */
    public void change(String username, String attribute, String... values) {
        try {
            ldap.modify(dn(username), new Modification(ModificationType.REPLACE, attribute, values));
        } catch (LDAPException e) {
            throw new IllegalStateException("Not changed", e);
        }
    }

    public void remove(String username) {
        try {
            ldap.delete(dn(username));
        } catch (LDAPException e) {
            throw new IllegalStateException("Not removed", e);
        }
    }

    /** Whether this is the person's password, without asking over the network. */
    public boolean accepts(String username, String password) {
        try {
            return ldap.bind(dn(username), password).getResultCode() == ResultCode.SUCCESS;
        } catch (LDAPException e) {
            return false;
        }
    }

    /** Nobody listens any more, and every connection is cut; what it knows stays. */
    public void stop() {
        pace.usual();
        ldap.shutDown(true);
    }

    /** On the same port as before. */
    public void start() {
        try {
            ldap.startListening();
        } catch (LDAPException e) {
            throw new IllegalStateException("No directory", e);
        }
    }

    /** Takes connections and questions from now on, and answers none. */
    public void hang() {
        pace.hang();
    }

    /** Refuses every change that is asked for over the network from now on. */
    public void refuseChanges() {
        pace.refuse();
    }

    /** Answers at once again, what it has been asked meanwhile too. */
    public void answer() {
        pace.usual();
    }

    /** How many questions it was asked over the network so far, answered or not: binds, searches, changes. */
    public long operations() {
        return pace.operations();
    }

    String url() {
        return "ldap://" + Containers.thisMachine() + ":" + port;
    }

    private static String dn(String username) {
        return "uid=" + username + "," + PEOPLE;
    }

    @Override
    public void close() {
        stop();
        ldap.close();
    }
}
