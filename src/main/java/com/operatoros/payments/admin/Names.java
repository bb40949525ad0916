package com.operatoros.payments.admin;

import org.jspecify.annotations.Nullable;

/** Words of an address. */
final class Names {

    private Names() {}

    /** Control characters can't be in any name; the database would refuse to look for some of them. */
    static @Nullable String plain(@Nullable String words) {
        String plain = words == null ? "" : words.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.isEmpty() ? null : plain;
    }
}
