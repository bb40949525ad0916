package com.operatoros.payments.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A redirect within the application that names no host: behind a proxy the server does not know its own. */
public final class LocalRedirect {

    private LocalRedirect() {}

    /** Leads to a path of the application, such as {@code /login}. */
    public static void to(String path, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + path);
    }
}
