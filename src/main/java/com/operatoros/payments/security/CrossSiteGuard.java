package com.operatoros.payments.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Refuses what other sites make a browser send (rule Z4) and addresses that are not written plainly, and keeps pages out of caches. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CrossSiteGuard extends HttpFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_FETCHES = Set.of("same-origin", "none");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!Addresses.isPlain(request)) {
            refuse(request, response, HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (isGuarded(request) && comesFromAnotherSite(request)) {
            refuse(request, response, HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (Addresses.isAdmin(request) || Addresses.path(request).equals("/login")) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }

    /** A person gets a page, a program JSON. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        if (!Addresses.isCall(request)) {
            response.sendError(status);
        } else if (status == HttpServletResponse.SC_FORBIDDEN) {
            Refusals.crossSite(response);
        } else {
            Refusals.notFound(response);
        }
    }

    private static boolean isGuarded(HttpServletRequest request) {
        boolean isOurs = Addresses.isAdmin(request) || Addresses.path(request).equals("/login");
        return isOurs && (!SAFE.contains(request.getMethod()) || Addresses.isCall(request));
    }

    private static boolean comesFromAnotherSite(HttpServletRequest request) {
        String fetch = request.getHeader("Sec-Fetch-Site");
        if (fetch != null && !OWN_FETCHES.contains(fetch)) {
            return true;
        }
        String origin = request.getHeader("Origin");
        return origin != null
                && !origin.equals("http://" + host(request))
                && !origin.equals("https://" + host(request));
    }

    private static String host(HttpServletRequest request) {
        String host = request.getHeader("Host");
        return host == null ? "" : host;
    }
}
