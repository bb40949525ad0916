package com.operatoros.payments.security;

import jakarta.servlet.http.HttpServletRequest;

/** Which requests are calls of programs and which are views of pages. */
final class Addresses {

    private static final String LIVE = "/admin/live";

    private Addresses() {}

    /** The path within the application. */
    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
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
