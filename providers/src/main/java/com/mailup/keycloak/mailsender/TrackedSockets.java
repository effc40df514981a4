package com.mailup.keycloak.mailsender;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** The sockets of one connection to a mail server, so that another thread can close them at any moment. */
final class TrackedSockets implements AutoCloseable {

    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    SocketFactory plainSockets() {
        return new PlainSockets();
    }

    SSLSocketFactory tlsSockets(SSLSocketFactory trusted) {
        return new TlsSockets(trusted);
    }

    /** Of those opened later too. */
    @Override
    public void close() {
        closed = true;
        sockets.forEach(TrackedSockets::closeQuietly);
    }

    private Socket tracked(Socket socket) {
        sockets.add(socket);
        if (closed) {
            closeQuietly(socket);
        }
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
