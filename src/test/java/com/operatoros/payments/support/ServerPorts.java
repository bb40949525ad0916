package com.operatoros.payments.support;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;

/** The ports of the server under test. */
record ServerPorts(int http, int https) {

    static ServerPorts free() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        // Both are held at once, or the system might give the same port twice.
        try (ServerSocket http = new ServerSocket(0, 1, here);
                ServerSocket https = new ServerSocket(0, 1, here)) {
            return new ServerPorts(http.getLocalPort(), https.getLocalPort());
        }
    }

    URI base() {
        return URI.create("http://localhost:" + http + "/");
    }
}
