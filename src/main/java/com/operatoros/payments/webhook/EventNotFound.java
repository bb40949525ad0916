package com.operatoros.payments.webhook;

import jakarta.ejb.ApplicationException;

/** There is no event of this id. */
@ApplicationException(rollback = true)
public class EventNotFound extends RuntimeException {

    public EventNotFound(String id) {
        super("No event " + id);
    }
}
