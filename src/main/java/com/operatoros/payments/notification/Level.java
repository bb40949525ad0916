package com.operatoros.payments.notification;

import com.operatoros.payments.code.Coded;
import java.util.Optional;

/** A degree to which a notification matters. */
public enum Level implements Coded {
    INFO,
    WARNING,
    ERROR,
    CRITICAL;

    /** Finds a level by its code. */
    public static Optional<Level> find(String code) {
        return Coded.find(Level.class, code);
    }
}
