package com.operatoros.payments.notification;

import jakarta.ejb.ApplicationException;

/** There is no notification of this id. */
@ApplicationException(rollback = true)
public class NotificationNotFound extends RuntimeException {

    public NotificationNotFound(long id) {
        super("No notification " + id);
    }
}
