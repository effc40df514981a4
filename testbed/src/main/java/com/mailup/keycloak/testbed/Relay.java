package com.mailup.keycloak.testbed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A proxy to a server through which everybody seems to come from one address of this machine, such as 127.0.0.2. HTTP
 * clients that bind an address are no browsers; Toxiproxy binds none.
 */
public final class Relay implements AutoCloseable {

    private final ListeningPort listener = new ListeningPort("relay", this::forward);
    private final URI server;
    private final String source;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    public Relay(KeycloakServer server, String source) {
        this.server = URI.create(server.url());
        this.source = source;
    }

    public String url() {
        return "http://localhost:" + listener.port();
    }

    /** All that the server has said so far. */
    public String heard() {
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    private void forward(Socket client) throws IOException {
        Socket keycloak =
                new Socket(InetAddress.getByName("127.0.0.1"), server.getPort(), InetAddress.getByName(source), 0);
        listener.start(() -> pass(client, keycloak, OutputStream.nullOutputStream()));
        pass(keycloak, client, heard);
    }

    private static void pass(Socket from, Socket to, OutputStream witness) {
        try (from;
                to) {
            byte[] bytes = new byte[16_384];
            InputStream in = from.getInputStream();
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                witness.write(bytes, 0, count);
                to.getOutputStream().write(bytes, 0, count);
            }
        } catch (IOException e) {
            // the other direction has closed both
        }
    }

    @Override
    public void close() {
        listener.close();
    }
}
