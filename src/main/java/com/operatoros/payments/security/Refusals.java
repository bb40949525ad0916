package com.operatoros.payments.security;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Answers to those who may not come in, as problem+json (RFC 9457). */
final class Refusals {

    private static final int TOO_MANY_REQUESTS = 429;

    private Refusals() {}

    /** The challenge names no scheme that a browser would open a dialog for. */
    static void unauthenticated(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Login realm=\"OperatorOS Payments\"");
        write(response, HttpServletResponse.SC_UNAUTHORIZED, "Unauthorized", "Log in, or send the name and password.");
    }

    static void tooManyPasswords(HttpServletResponse response, Duration pause) throws IOException {
        response.setHeader("Retry-After", String.valueOf(pause.toSeconds() + 1));
        write(response, TOO_MANY_REQUESTS, "Too Many Requests", "Too many wrong passwords; try again later.");
    }

    static void notFound(HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_NOT_FOUND, "Not Found", "There is nothing at this address.");
    }

    static void crossSite(HttpServletResponse response) throws IOException {
        write(response, HttpServletResponse.SC_FORBIDDEN, "Forbidden", "Requests from other sites are refused.");
    }

    private static void write(HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        JsonObject problem = Json.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .add("errors", Json.createArrayBuilder())
                .build();
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(problem.toString().getBytes(StandardCharsets.UTF_8));
        response.flushBuffer();
    }
}
