package com.mailup.keycloak.testbed;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ServerSocketFactory;

/** A port of this machine, where every client gets a thread that ends with the JVM. */
final class ListeningPort implements AutoCloseable {

    private static final int WAITING = 1_000;

    private final String name;
    private final Handler handler;
    private final ServerSocket socket;

    /** What is done for one client; the handler closes the socket. */
    interface Handler {
        void receive(Socket client) throws IOException;
    }

    ListeningPort(String name, Handler handler) {
        this(name, ServerSocketFactory.getDefault(), handler);
    }

    ListeningPort(String name, ServerSocketFactory sockets, Handler handler) {
        this.name = name;
        this.handler = handler;
        socket = FileWork.of(() -> sockets.createServerSocket(0, WAITING, InetAddress.getByName("127.0.0.1")));
        start(this::welcome);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Work for a client that goes on beside its own thread. */
    void start(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void welcome() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                start(() -> receive(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void receive(Socket client) {
        try {
            handler.receive(client);
        } catch (IOException e) {
            // hung up on, as is everybody's right, and what some tests are about
        }
    }

    @Override
    public void close() {
        FileWork.of(() -> socket.close());
    }
}
