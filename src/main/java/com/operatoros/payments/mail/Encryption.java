package com.operatoros.payments.mail;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way in which the connection to the mail server is protected, or not. */
public enum Encryption {
    NONE(25),
    /** Asked for in the dialogue, and then required. */
    STARTTLS(587),
    /** From the first byte on. */
    IMPLICIT(465);

    private final int usualPort;

    Encryption(int usualPort) {
        this.usualPort = usualPort;
    }

    /** Finds what a word of the settings means. */
    public static Optional<Encryption> find(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "starttls", "tls" -> Optional.of(STARTTLS);
            case "ssl" -> Optional.of(IMPLICIT);
            case "false", "none" -> Optional.of(NONE);
            default -> Optional.empty();
        };
    }

    /**
     * What the settings ask for: without a word, the port decides.
     *
     * @param word empty when it is not set
     * @param port null when it is not set
     */
    public static Encryption of(String word, @Nullable Integer port) {
        boolean isPortOfTls = port != null && port == IMPLICIT.usualPort;
        return isPortOfTls ? IMPLICIT : find(word).orElse(NONE);
    }

    public int usualPort() {
        return usualPort;
    }
}
