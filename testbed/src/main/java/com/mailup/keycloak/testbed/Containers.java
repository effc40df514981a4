package com.mailup.keycloak.testbed;

import org.testcontainers.DockerClientFactory;

/** Whether this run starts its server in a container ({@code -Pcontainers}), and what a container calls this machine. */
final class Containers {

    static final String NO_ENGINE = "No container engine answers at DOCKER_HOST, or at Docker's usual socket";

    private static final class Engine {

        static final boolean ANSWERS = DockerClientFactory.instance().isDockerAvailable();

        static {
            if (!ANSWERS) {
                System.out.println("Skipped: all tests in containers. " + NO_ENGINE + ".");
            }
        }
    }

    /** This machine, as a container sees it. */
    static final String HOST = "host.docker.internal";

    private Containers() {}

    static boolean wanted() {
        return Boolean.getBoolean("testbed.containers");
    }

    /** Says so in the output where there is none. */
    static boolean haveEngine() {
        return Engine.ANSWERS;
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
