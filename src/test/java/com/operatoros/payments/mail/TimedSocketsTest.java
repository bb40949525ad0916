package com.operatoros.payments.mail;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The time limit of a whole sending. */
class TimedSocketsTest {

    @Test
    void cutting_ends_a_read_that_would_wait_for_ever() throws Exception {
        TimedSockets sockets = new TimedSockets(Duration.ofHours(1));
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Socket socket = sockets.createSocket();
            socket.connect(silent.getLocalSocketAddress());
            CompletableFuture<Integer> reading = CompletableFuture.supplyAsync(() -> read(socket));

            sockets.cut();

            assertThrows(ExecutionException.class, () -> reading.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void a_connection_that_was_cut_is_not_made_again() {
        TimedSockets sockets = new TimedSockets(Duration.ofHours(1));

        sockets.cut();

        assertThrows(IOException.class, sockets::createSocket);
    }

    @Test
    void it_knows_when_its_time_is_over() {
        assertTrue(new TimedSockets(Duration.ofNanos(-1)).isOverdue());
        assertFalse(new TimedSockets(Duration.ofHours(1)).isOverdue());
    }

    private static int read(Socket socket) {
        try {
            return socket.getInputStream().read();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
