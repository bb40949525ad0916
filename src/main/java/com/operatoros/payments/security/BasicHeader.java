package com.operatoros.payments.security;

import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The header of Basic authentication (RFC 7617) with names and passwords in UTF-8. */
final class BasicHeader {

    private static final String SCHEME = "Basic ";

    private BasicHeader() {}

    /** Reads the header; one that can't be read is a login that fails, not one that is missing. */
    static Optional<UsernamePasswordCredential> read(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        String pair = decode(header.substring(SCHEME.length()).strip());
        int colon = pair.indexOf(':');
        return Optional.of(
                colon < 0
                        ? new UsernamePasswordCredential("", "")
                        : new UsernamePasswordCredential(pair.substring(0, colon), pair.substring(colon + 1)));
    }

    private static String decode(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
