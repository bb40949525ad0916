package com.operatoros.payments.code;

import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A constant with a code (rule K1). */
public interface Coded {
    /** The name in the program. */
    String name();

    /** The name outside of it. */
    default String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the constant of a code that somebody typed. */
    static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.code().equals(code))
                .findFirst();
    }

    /**
     * Gets the constant of a code that we wrote (rule K2).
     *
     * @throws NoSuchElementException when there is none
     */
    static <E extends Enum<E> & Coded> E get(Class<E> type, String code) {
        return find(type, code)
                .orElseThrow(() -> new NoSuchElementException("No " + type.getSimpleName() + " has the code " + code));
    }
}
