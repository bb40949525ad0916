package com.operatoros.payments.support;

import java.io.IOException;
import java.net.URI;

/** The ports of the server under test. */
record ServerPorts(int http, int https) {

    static ServerPorts free() throws IOException {
        int http = FreePort.any();
        int https = FreePort.any();
        return http == https ? free() : new ServerPorts(http, https);
    }

    URI base() {
        return URI.create("http://localhost:" + http + "/");
    }
}
