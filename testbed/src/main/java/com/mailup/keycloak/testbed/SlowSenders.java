package com.mailup.keycloak.testbed;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Connections to a server that send one byte a second each, and begin again where they are cut off. HTTP clients send
 * headers in one piece.
 */
public final class SlowSenders implements AutoCloseable {

    private static final byte[] ONE = "a".getBytes(StandardCharsets.US_ASCII);

    private final URI target;
    private final String begin;
    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private SlowSenders(URI target, String begin, int connections) {
        this.target = target;
        this.begin = begin;
        for (int i = 0; i < connections; i++) {
            sockets.add(connect());
        }
        clock.scheduleAtFixedRate(this::send, 1, 1, TimeUnit.SECONDS);
    }

    /** Whose headers are there, and whose body never ends. */
    public static SlowSenders ofBodies(String url, int connections) {
        URI target = URI.create(url);
        return new SlowSenders(
                target,
                "POST %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9999\r\n\r\n"
                        .formatted(target.getRawPath(), target.getAuthority()),
                connections);
    }

    /** Whose headers never end. */
    public static SlowSenders ofHeaders(String url, int connections) {
        URI target = URI.create(url);
        return new SlowSenders(
                target,
                "GET %s HTTP/1.1\r\nHost: %s\r\nX-Slow: ".formatted(target.getRawPath(), target.getAuthority()),
                connections);
    }

    private Socket connect() {
        return FileWork.of(() -> {
            Socket socket = new Socket(target.getHost(), target.getPort());
            socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
            return socket;
        });
    }

    private void send() {
        for (int i = 0; i < sockets.size() && !clock.isShutdown(); i++) {
            try {
                sockets.get(i).getOutputStream().write(ONE);
            } catch (IOException e) {
                cutOff.incrementAndGet();
                forget(sockets.get(i));
                sockets.set(i, connect());
            }
        }
    }

    /** How often the server has cut one off. */
    public int cutOff() {
        return cutOff.get();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            clock.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        sockets.forEach(SlowSenders::forget);
    }

    private static void forget(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Gone already, which is what was wanted.
        }
    }
}
