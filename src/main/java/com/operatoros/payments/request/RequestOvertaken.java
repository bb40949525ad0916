package com.operatoros.payments.request;

import jakarta.ejb.ApplicationException;

/** The same request was carried out by another while this one was held up; nothing of this one remains. */
@ApplicationException(rollback = true)
public class RequestOvertaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RequestOvertaken() {
        super("the same request has been carried out");
    }
}
