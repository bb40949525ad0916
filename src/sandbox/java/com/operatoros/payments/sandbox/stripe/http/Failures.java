package com.operatoros.payments.sandbox.stripe.http;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/** Logs what went wrong in the sandbox itself and answers 500, where the JDK's server would only cut the connection. */
public final class Failures extends Filter {

    private static final System.Logger LOG = System.getLogger("stripe-sandbox");

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        try {
            chain.doFilter(exchange);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "the sandbox failed at " + exchange.getRequestURI(), e);
            Reply.error(500, "The sandbox failed; its log says more.").send(exchange);
        }
    }

    @Override
    public String description() {
        return "500 for errors of the sandbox";
    }
}
