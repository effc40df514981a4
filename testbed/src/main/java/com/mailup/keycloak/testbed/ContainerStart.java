package com.mailup.keycloak.testbed;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.testcontainers.images.PullPolicy;
import org.testcontainers.utility.MountableFile;

/** One start of a {@link KeycloakSetup} in a container of Keycloak's own image, in production mode. */
final class ContainerStart {

    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final String IMAGE = "quay.io/keycloak/keycloak:" + Repository.version();
    private static final int MANAGEMENT = 9000;
    private static final String IMPORTS = "/opt/keycloak/data/import/";

    private final KeycloakSetup setup;
    private final int port;

    ContainerStart(KeycloakSetup setup) {
        this.setup = setup;
        port = setup.port > 0 ? setup.port : FreePort.find();
    }

    KeycloakServer server() {
        KeycloakContainer container = container();
        container.start();
        return new KeycloakServer(
                "http://localhost:" + port,
                "http://localhost:" + container.getMappedPort(MANAGEMENT),
                setup.realm(),
                new Container(container));
    }

    private KeycloakContainer container() {
        KeycloakContainer container = new KeycloakContainer(IMAGE)
                .withProductionMode()
                // An image that is here is good, however old.
                .withImagePullPolicy(PullPolicy.defaultPolicy())
                .withAdminUsername(KeycloakServer.ADMIN)
                .withAdminPassword(KeycloakServer.ADMIN)
                .withProviderLibsFrom(setup.jars.stream().map(Path::toFile).toList())
                .withEnv(setup.environment)
                .withExtraHost(Containers.HOST, "host-gateway")
                .withRamPercentage(1, 25)
                .withStartupTimeout(TIMEOUT);
        // Its log is asked for where it is needed.
        container.getLogConsumers().clear();
        // People and platforms know the port before there is a container.
        container.setPortBindings(List.of("127.0.0.1:" + port + ":8080"));
        setup.imports.forEach(file ->
                container.withCopyFileToContainer(MountableFile.forHostPath(file, 0644), IMPORTS + file.getFileName()));
        setup.buildOptions.forEach(container::withCustomCommand);
        options().forEach(container::withCustomCommand);
        setup.options.forEach(container::withCustomCommand);
        return container;
    }

    /** As {@link KeycloakStart} has them; requests come from the engine's bridge here. */
    private static List<String> options() {
        return List.of(
                "--http-enabled=true",
                "--hostname-strict=false",
                "--proxy-headers=xforwarded",
                "--proxy-trusted-addresses=172.16.0.0/12");
    }

    private record Container(KeycloakContainer container) implements Running {

        @Override
        public String log() {
            return container.getLogs();
        }

        @Override
        public void close() {
            container.stop();
        }
    }
}
