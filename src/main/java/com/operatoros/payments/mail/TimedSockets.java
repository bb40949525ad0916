package com.operatoros.payments.mail;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one sending, which ends when its time is over, however the other side behaves: a server that sends a
 * byte now and then never runs into the timeout of a read. Encryption is put on top of it.
 */
final class TimedSockets extends SocketFactory {

    private static final Logger LOG = System.getLogger(TimedSockets.class.getName());

    private final long end;
    private @Nullable Socket socket;
    private boolean isCut;

    TimedSockets(Duration limit) {
        end = System.nanoTime() + limit.toNanos();
    }

    boolean isOverdue() {
        return System.nanoTime() - end > 0;
    }

    /** The answer to a whole mail may take long, and decides whether it is sent again. */
    synchronized void waitForAnswer(Duration patience) {
        try {
            if (socket != null) {
                socket.setSoTimeout((int) patience.toMillis());
            }
        } catch (SocketException e) {
            LOG.log(Level.DEBUG, "The connection is gone", e);
        }
    }

    synchronized void cut() {
        isCut = true;
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The connection was gone", e);
        }
    }

    @Override
    public synchronized Socket createSocket() throws IOException {
        if (isCut) {
            throw new SocketException("The time is over");
        }
        socket = new Socket();
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("the connection is made with a time limit");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("the connection is made with a time limit");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("the connection is made with a time limit");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException("the connection is made with a time limit");
    }
}
