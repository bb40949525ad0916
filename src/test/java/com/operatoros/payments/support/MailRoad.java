package com.operatoros.payments.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The way from the server under test to the mail inbox, on which anything can go wrong. */
public final class MailRoad implements AutoCloseable {

    private final int inbox;
    private final int port;
    private final Set<Socket> travellers = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private volatile boolean isHanging;
    private volatile boolean isSwallowing;
    private volatile @Nullable ServerSocket entrance;

    private MailRoad(int inbox) throws IOException {
        this.inbox = inbox;
        this.port = enter(FreePort.any());
    }

    public static MailRoad to(int inbox) throws IOException {
        return new MailRoad(inbox);
    }

    public int port() {
        return port;
    }

    /** Everything arrives again. */
    public void open() {
        isHanging = false;
        isSwallowing = false;
        refused.clear();
        cutAll();
        if (entrance == null) {
            try {
                enter(port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Nobody listens, as if the mail server were down. */
    @Override
    public void close() {
        ServerSocket open = entrance;
        entrance = null;
        if (open != null) {
            close(open);
        }
        cutAll();
    }

    /** Whoever comes is let in and hears nothing. */
    public void hang() {
        isHanging = true;
    }

    /** Mails arrive, and whoever sent them never hears of it. */
    public void swallowAnswers() {
        isSwallowing = true;
    }

    /** The mail server says that it does not know this address. */
    public void refuse(String address) {
        refused.add(address.toLowerCase(Locale.ROOT));
    }

    private int enter(int wanted) throws IOException {
        ServerSocket listening = new ServerSocket();
        listening.setReuseAddress(true);
        listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        entrance = listening;
        run("mail-road", () -> {
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                travellers.add(client);
                if (!isHanging) {
                    run("mail-road-client", () -> lead(client));
                }
            }
        });
        return listening.getLocalPort();
    }

    private void lead(Socket client) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), inbox);
        travellers.add(server);
        AtomicBoolean isSilent = new AtomicBoolean();
        run("mail-road-answers", () -> {
            try (client) {
                BufferedReader answers = new BufferedReader(new InputStreamReader(server.getInputStream(), ISO_8859_1));
                for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                    if (!isSilent.get()) {
                        client.getOutputStream().write((line + "\r\n").getBytes(ISO_8859_1));
                    }
                }
            }
        });
        try (server) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
            OutputStream out = server.getOutputStream();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (isRefused(line)) {
                    client.getOutputStream().write("550 5.1.1 No such user here\r\n".getBytes(ISO_8859_1));
                } else {
                    if (line.equals(".") && isSwallowing) {
                        isSilent.set(true);
                    }
                    out.write((line + "\r\n").getBytes(ISO_8859_1));
                }
            }
        }
    }

    private boolean isRefused(String line) {
        String command = line.toLowerCase(Locale.ROOT);
        return command.startsWith("rcpt to:") && refused.stream().anyMatch(command::contains);
    }

    private void cutAll() {
        travellers.forEach(MailRoad::close);
        travellers.clear();
    }

    private static void close(java.io.Closeable socket) {
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
}
