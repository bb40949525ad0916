package com.operatoros.payments.support;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port at which nobody listens, of those that the system gives to nobody who only connects: whoever leaves it for a while
 * finds it free again, although other tests run beside.
 */
final class FreePort {

    private static final int FIRST = 15_000;

    /** Linux begins with 32768, others later. */
    private static final int BEHIND_THE_LAST = 32_000;

    private static final int TRIES = 100;

    private FreePort() {}

    static int any() throws IOException {
        for (int attempt = 1; attempt < TRIES; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_THE_LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IOException("none of " + TRIES + " ports is free");
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (BindException e) {
            return false;
        }
    }
}
