package com.operatoros.payments.payment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the client is asked to pay. */
public enum PaymentType {
    LINK,
    INVOICE;

    /** Finds a type by the code that forms, JSON and the database use. */
    public static Optional<PaymentType> find(String code) {
        return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
