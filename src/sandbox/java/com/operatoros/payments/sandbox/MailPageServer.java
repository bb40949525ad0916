package com.operatoros.payments.sandbox;

import com.operatoros.payments.sandbox.stripe.http.LocalOnly;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Shows the mail inbox when there is no built-in Stripe to do it. */
record MailPageServer(HttpServer server) implements AutoCloseable {

    static MailPageServer start(int port, String path, HttpHandler page) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(path, page).getFilters().add(new LocalOnly());
        server.start();
        return new MailPageServer(server);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
