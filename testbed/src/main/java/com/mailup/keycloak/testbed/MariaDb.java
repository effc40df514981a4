package com.mailup.keycloak.testbed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An empty MariaDB, of the programs that this machine has: {@code mariadb-install-db}, {@code mariadbd}, {@code mariadb}. */
final class MariaDb implements AutoCloseable {

    static final String USER = "keycloak";

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final int port = FreePort.find();
    private final Path folder =
            Repository.here().target().resolve("servers/mariadb").toAbsolutePath();
    private final Path log = folder.resolveSibling("mariadb.log");
    private final ServerProcess server;

    MariaDb() {
        ServerProcess.forget(log);
        FileWork.of(() -> {
            FolderTree.delete(folder);
            Files.createDirectories(folder);
        });
        String user = "--user=" + System.getProperty("user.name");
        run("mariadb-install-db", "--no-defaults", "--datadir=" + folder, "--skip-test-db", user);
        server = new ServerProcess(
                List.of(
                        "mariadbd",
                        "--no-defaults",
                        "--datadir=" + folder,
                        "--socket=" + socket(),
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        user),
                Map.of(),
                log);
        server.await(() -> Files.exists(socket()), LIMIT);
        run(
                "mariadb",
                "--no-defaults",
                "--socket=" + socket(),
                "--execute=create database keycloak character set utf8mb4;"
                        + "create user keycloak@localhost identified by 'any'; grant all on keycloak.* to keycloak@localhost");
    }

    private Path socket() {
        return folder.resolve("socket");
    }

    private void run(String... command) {
        new ServerProcess(List.of(command), Map.of(), log).awaitSuccess(LIMIT);
    }

    String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/keycloak";
    }

    @Override
    public void close() {
        server.close();
    }
}
