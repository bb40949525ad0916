package com.operatoros.payments.payment;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** There is no payment of this id. */
@ApplicationException(rollback = true)
public class PaymentNotFound extends RuntimeException {

    public PaymentNotFound(UUID id) {
        super("No payment " + id);
    }
}
