package com.operatoros.payments.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a notification matters. */
public enum Level {
    INFO,
    WARNING,
    ERROR,
    CRITICAL;

    /** Finds a level by its code. */
    public static Optional<Level> find(String code) {
        return Arrays.stream(values())
                .filter(level -> level.code().equals(code))
                .findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
