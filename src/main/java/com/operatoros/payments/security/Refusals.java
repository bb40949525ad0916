package com.operatoros.payments.security;

import com.operatoros.payments.http.ProblemJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Answers to those who may not come in. */
final class Refusals {

    private static final int TOO_MANY_REQUESTS = 429;

    private Refusals() {}

    /** The challenge names no scheme that a browser would open a dialog for. */
    static void unauthenticated(HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Login realm=\"OperatorOS Payments\"");
        ProblemJson.of(HttpServletResponse.SC_UNAUTHORIZED, "Log in, or send the name and password.")
                .write(response);
    }

    static void tooManyPasswords(HttpServletResponse response, Duration pause) throws IOException {
        response.setHeader("Retry-After", String.valueOf(pause.toSeconds() + 1));
        ProblemJson.of(TOO_MANY_REQUESTS, "Too many wrong passwords; try again later.")
                .write(response);
    }

    static void notFound(HttpServletResponse response) throws IOException {
        ProblemJson.of(HttpServletResponse.SC_NOT_FOUND, "There is nothing at this address.")
                .write(response);
    }

    static void crossSite(HttpServletResponse response) throws IOException {
        ProblemJson.of(HttpServletResponse.SC_FORBIDDEN, "Requests from other sites are refused.")
                .write(response);
    }
}
