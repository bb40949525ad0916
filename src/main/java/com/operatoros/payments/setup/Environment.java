package com.operatoros.payments.setup;

import com.operatoros.payments.code.Coded;
import java.util.Optional;

/** An environment that the module is run in: it decides which keys and passwords are accepted. */
enum Environment implements Coded {
    SANDBOX,
    TEST,
    PRODUCTION;

    static Optional<Environment> find(String name) {
        return Coded.find(Environment.class, name);
    }
}
