package com.operatoros.payments.security;

import jakarta.servlet.http.HttpServletRequest;

/** Tells which requests are calls of programs and which are views of pages. */
final class Addresses {

    private static final String LIVE = "/admin/live";

    private Addresses() {}

    /** The path within the application, without slashes at its end. */
    static String path(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /**
     * Whether the path is written as it is meant. None of ours needs an escape, a parameter or a double slash; with them
     * the server could find a page where this class sees none.
     */
    static boolean isPlain(HttpServletRequest request) {
        String uri = request.getRequestURI();
        return !uri.contains("//")
                && !uri.contains("/.")
                && uri.indexOf('%') < 0
                && uri.indexOf(';') < 0
                && uri.indexOf('\\') < 0;
    }

    /** Whether a program is answered, which can't follow a redirect to the login page. */
    static boolean isCall(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/admin/api/")
                || path.equals("/admin/payments/create")
                || path.equals("/admin/payments/test-config")
                || isLive(request);
    }

    static boolean isLive(HttpServletRequest request) {
        return path(request).equals(LIVE);
    }

    static boolean isAdmin(HttpServletRequest request) {
        String path = path(request);
        return path.equals("/admin") || path.startsWith("/admin/");
    }
}
