package com.mailup.keycloak.testbed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A door to a server through which everybody seems to come from one address of this machine, such as 127.0.0.2. */
public final class Relay implements AutoCloseable {

    private final ServerSocket door;
    private final URI server;
    private final String source;
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    public Relay(KeycloakServer server, String source) {
        this.server = URI.create(server.url());
        this.source = source;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::welcome);
    }

    public String url() {
        return "http://localhost:" + door.getLocalPort();
    }

    /** All that the server has said so far. */
    public String heard() {
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket guest = door.accept();
                Socket host = new Socket(
                        InetAddress.getByName("127.0.0.1"), server.getPort(), InetAddress.getByName(source), 0);
                start(() -> pass(guest, host, OutputStream.nullOutputStream()));
                start(() -> pass(host, guest, heard));
            } catch (IOException e) {
                return;
            }
        }
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

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
