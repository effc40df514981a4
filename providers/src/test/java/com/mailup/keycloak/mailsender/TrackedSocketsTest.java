package com.mailup.keycloak.mailsender;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class TrackedSocketsTest {

    private final TrackedSockets sockets = new TrackedSockets();

    @Test
    void all_that_were_opened_are_closed_together() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Socket unconnected = sockets.plainSockets().createSocket();
            Socket connected = sockets.plainSockets().createSocket(server.getInetAddress(), server.getLocalPort());

            sockets.close();

            assertThat(unconnected.isClosed()).isTrue();
            assertThat(connected.isClosed()).isTrue();
        }
    }

    @Test
    void one_that_is_opened_afterwards_is_closed_at_once() throws Exception {
        sockets.close();

        assertThat(sockets.plainSockets().createSocket().isClosed()).isTrue();
    }
}
