package com.mailup.keycloak.mailsender;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Limits the whole conversation with a mail server: at its end all sockets are closed. A read timeout is not enough,
 * since a server that sends one byte every few seconds never exceeds it.
 */
final class ConversationTimeout implements AutoCloseable {

    private static final ScheduledExecutorService SCHEDULER = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "mailup-mail-deadline");
        thread.setDaemon(true);
        return thread;
    });

    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final Future<?> timeout;

    ConversationTimeout(Duration after) {
        timeout = SCHEDULER.schedule(
                () -> sockets.forEach(ConversationTimeout::closeQuietly), after.toMillis(), TimeUnit.MILLISECONDS);
    }

    SocketFactory plainSockets() {
        return new PlainSockets();
    }

    SSLSocketFactory tlsSockets(SSLSocketFactory trusted) {
        return new TlsSockets(trusted);
    }

    @Override
    public void close() {
        timeout.cancel(false);
    }

    private Socket tracked(Socket socket) {
        sockets.add(socket);
        return socket;
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // closed is what it was to be
        }
    }

    /** Jakarta Mail asks for an unconnected socket. */
    private final class PlainSockets extends SocketFactory {

        @Override
        public Socket createSocket() {
            return tracked(new Socket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return tracked(new Socket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return tracked(new Socket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return tracked(new Socket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return tracked(new Socket(host, port, from, fromPort));
        }
    }

    /** Jakarta Mail connects a plain socket and asks for TLS over it, before the handshake. */
    private final class TlsSockets extends SSLSocketFactory {

        private final SSLSocketFactory trusted;

        private TlsSockets(SSLSocketFactory trusted) {
            this.trusted = trusted;
        }

        @Override
        public Socket createSocket(Socket plain, String host, int port, boolean autoClose) throws IOException {
            return tracked(trusted.createSocket(tracked(plain), host, port, autoClose));
        }

        @Override
        public Socket createSocket() throws IOException {
            return tracked(trusted.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return tracked(trusted.createSocket(host, port));
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return tracked(trusted.createSocket(host, port));
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
            return tracked(trusted.createSocket(host, port, from, fromPort));
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
            return tracked(trusted.createSocket(host, port, from, fromPort));
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return trusted.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return trusted.getSupportedCipherSuites();
        }
    }
}
