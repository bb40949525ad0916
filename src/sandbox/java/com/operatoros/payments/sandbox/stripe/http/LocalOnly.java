package com.operatoros.payments.sandbox.stripe.http;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses foreign host names and what pages of other sites send (rules SH1 and SH2). */
public final class LocalOnly extends Filter {

    private static final Set<String> NAMES = Set.of("127.0.0.1", "localhost");
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        if (!hasLocalHost(exchange)) {
            Reply.error(403, "Only 127.0.0.1 and localhost are served here.").send(exchange);
        } else if (isFromAnotherSite(exchange)) {
            Reply.error(403, "Requests from pages of other sites are refused.").send(exchange);
        } else {
            chain.doFilter(exchange);
        }
    }

    private static boolean hasLocalHost(HttpExchange exchange) {
        return Requests.header(exchange, "Host")
                .map(host -> host.replaceFirst(":\\d{1,5}$", ""))
                .filter(NAMES::contains)
                .isPresent();
    }

    private static boolean isFromAnotherSite(HttpExchange exchange) {
        if (followsLink(exchange)) {
            return false;
        }
        boolean isForeign = Requests.header(exchange, "Sec-Fetch-Site")
                .filter(site -> !OWN_SITE.contains(site))
                .isPresent();
        return isForeign
                || Requests.header(exchange, "Origin")
                        .filter(origin -> !isOwn(exchange, origin))
                        .isPresent();
    }

    /** A person who follows a link to here sees the page; the other site cannot read it. */
    private static boolean followsLink(HttpExchange exchange) {
        return Set.of("GET", "HEAD").contains(exchange.getRequestMethod())
                && Requests.header(exchange, "Sec-Fetch-Mode")
                        .filter("navigate"::equals)
                        .isPresent();
    }

    private static boolean isOwn(HttpExchange exchange, String origin) {
        try {
            URI uri = new URI(origin);
            return isLocalName(uri.getHost())
                    && uri.getPort() == exchange.getLocalAddress().getPort();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isLocalName(@Nullable String host) {
        return host != null && NAMES.contains(host);
    }

    @Override
    public String description() {
        return "local names and same-site requests only";
    }
}
