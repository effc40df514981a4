package com.mailup.keycloak.testbed;

import org.testcontainers.DockerClientFactory;

/** Whether this run starts its server in a container ({@code -Pcontainers}), and what a container calls this machine. */
public final class Containers {

    /** This machine, as a container sees it. */
    static final String HOST = "host.docker.internal";

    private Containers() {}

    public static boolean wanted() {
        return Boolean.getBoolean("testbed.containers");
    }

    public static boolean haveEngine() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    /** The name under which the server finds what this process listens with. */
    static String thisMachine() {
        return wanted() ? HOST : "localhost";
    }

    /** Where this process has to listen, for the server to find it. */
    static String listenAddress() {
        return wanted() ? "0.0.0.0" : "127.0.0.1";
    }
}
