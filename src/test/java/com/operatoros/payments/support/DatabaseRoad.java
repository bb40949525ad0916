package com.operatoros.payments.support;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The way from a server to PostgreSQL, on which anything can go wrong. */
public final class DatabaseRoad implements AutoCloseable {

    private static final int CHUNK = 8 * 1024;

    private final int database;
    private final int port;
    private final Barrier barrier = new Barrier();
    private final Set<Socket> travellers = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Cut> nextCut = new AtomicReference<>();
    private volatile @Nullable ServerSocket entrance;

    /** Where the connection is lost that commits an event. */
    public enum Cut {
        /** PostgreSQL never hears of the commit. */
        BEFORE_THE_COMMIT,
        /** PostgreSQL commits, and the server never hears of it. */
        AFTER_THE_COMMIT
    }

    private DatabaseRoad(int database) throws IOException {
        this.database = database;
        this.port = enter(FreePort.any());
    }

    public static DatabaseRoad to(int database) throws IOException {
        return new DatabaseRoad(database);
    }

    public int port() {
        return port;
    }

    /** Everything arrives again; what has been lost stays lost. */
    public void open() {
        nextCut.set(null);
        barrier.open();
        if (entrance == null) {
            try {
                enter(port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Nobody listens, as if PostgreSQL were down, and whoever was connected is no more. */
    @Override
    public void close() {
        ServerSocket open = entrance;
        entrance = null;
        if (open != null) {
            close(open);
        }
        barrier.open();
        cutAll();
    }

    /** Whoever comes is let in and hears nothing, and nothing arrives, until the road is opened. */
    public void freeze() {
        barrier.close();
    }

    /** All connections of the moment are lost. */
    public void cutAll() {
        travellers.forEach(DatabaseRoad::close);
        travellers.clear();
    }

    /** The next transaction that stores an event loses its connection when it commits. */
    public void cutNextEvent(Cut cut) {
        nextCut.set(cut);
    }

    private int enter(int wanted) throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        entrance = listening;
        run("database-road", () -> {
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                travellers.add(client);
                run("database-road-requests", () -> lead(client));
            }
        });
        return listening.getLocalPort();
    }

    private void lead(Socket client) throws IOException {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), database)) {
            travellers.add(server);
            server.setTcpNoDelay(true);
            client.setTcpNoDelay(true);
            AtomicReference<@Nullable Cut> lost = new AtomicReference<>();
            run("database-road-answers", () -> answer(server, client, lost));
            request(client, server, lost);
        } finally {
            travellers.remove(client);
        }
    }

    private void request(Socket client, Socket server, AtomicReference<@Nullable Cut> lost) throws IOException {
        InputStream in = client.getInputStream();
        DatabaseRequests requests = new DatabaseRequests(in);
        OutputStream out = new BufferedOutputStream(server.getOutputStream(), CHUNK);
        Optional<DatabaseRequests.Request> next = requests.read();
        while (next.isPresent()) {
            barrier.await();
            if (next.get().commitsEvent()) {
                lost.set(nextCut.getAndSet(null));
            }
            if (lost.get() == Cut.BEFORE_THE_COMMIT) {
                return;
            }
            out.write(next.get().bytes());
            if (in.available() == 0) {
                out.flush();
            }
            next = requests.read();
        }
    }

    /** What the server hears next after its commit is the answer to it. */
    private void answer(Socket server, Socket client, AtomicReference<@Nullable Cut> lost) throws IOException {
        byte[] chunk = new byte[CHUNK];
        try (client;
                server) {
            for (int length = server.getInputStream().read(chunk);
                    length >= 0 && lost.get() == null;
                    length = server.getInputStream().read(chunk)) {
                barrier.await();
                client.getOutputStream().write(chunk, 0, length);
            }
        } finally {
            travellers.remove(server);
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a thread of the road does until its sockets are closed. */
    private interface Walk {
        void go() throws IOException;
    }

    private static void run(String name, Walk walk) {
        Thread thread = new Thread(
                () -> {
                    try {
                        walk.go();
                    } catch (IOException e) {
                        // The connection has ended, which is what a road is for.
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Holds up whoever comes while it is closed. */
    private static final class Barrier {

        private boolean isClosed;

        synchronized void close() {
            isClosed = true;
        }

        synchronized void open() {
            isClosed = false;
            notifyAll();
        }

        synchronized void await() throws IOException {
            try {
                while (isClosed) {
                    wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}
