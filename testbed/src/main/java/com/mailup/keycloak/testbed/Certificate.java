package com.mailup.keycloak.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key of this machine and the certificate that it signed itself, made by Java's keytool. */
public final class Certificate {

    private static final String PASSWORD = "any password";
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final Path store = Repository.here().target().resolve("this-machine.p12");
    private final Path pem = store.resolveSibling("this-machine.pem");

    public Certificate() {
        FileWork.of(() -> {
            Files.createDirectories(store.getParent());
            Files.deleteIfExists(store);
        });
        keytool("-genkeypair", "-keyalg", "RSA", "-dname", "CN=localhost", "-ext", "san=dns:localhost,ip:127.0.0.1");
        keytool("-exportcert", "-rfc", "-file", pem.toString());
    }

    private void keytool(String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-alias",
                "this-machine"));
        command.addAll(1, List.of(options));
        new ServerProcess(command, Map.of(), store.resolveSibling("keytool.log")).awaitSuccess(TIMEOUT);
    }

    /** For clients that have to trust it. */
    Path pem() {
        return pem;
    }

    /** For a server that has the key. */
    SSLContext context() {
        try (InputStream stored = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(stored, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
