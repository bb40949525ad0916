package com.operatoros.payments.payment;

import com.operatoros.payments.code.Coded;
import java.util.Optional;

/** A way in which the client is asked to pay. */
public enum PaymentType implements Coded {
    LINK,
    INVOICE;

    /** Finds a type by the code that forms, JSON and the database use. */
    public static Optional<PaymentType> find(String code) {
        return Coded.find(PaymentType.class, code);
    }
}
