package com.operatoros.payments.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Finds out which of our pages a request comes from. */
public final class Referrer {

    private Referrer() {}

    /** The path of the page and its parameters; nothing when it is not one of ours. */
    public static Optional<String> of(HttpServletRequest request) {
        String sent = request.getHeader("Referer");
        if (sent == null) {
            return Optional.empty();
        }
        try {
            URI page = URI.create(sent);
            String path = page.getRawPath();
            boolean isOurs = page.getRawAuthority() != null
                    && page.getRawAuthority().equals(request.getHeader("Host"))
                    && path != null
                    && path.startsWith(request.getContextPath() + "/")
                    && !path.startsWith("//");
            String query = page.getRawQuery();
            return isOurs ? Optional.of(path + (query == null ? "" : "?" + query)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
