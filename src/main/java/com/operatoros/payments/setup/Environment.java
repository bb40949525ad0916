package com.operatoros.payments.setup;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the module is run for: it decides which keys and passwords are accepted. */
enum Environment {
    SANDBOX,
    TEST,
    PRODUCTION;

    static Optional<Environment> find(String name) {
        return Arrays.stream(values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
