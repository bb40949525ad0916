package com.operatoros.payments.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A notification was written or completed; told inside the transaction. */
record NotificationWritten(
        long id,
        Level level,
        String title,
        String message,
        @Nullable UUID paymentId) {

    static NotificationWritten of(Notification notification) {
        return new NotificationWritten(
                notification.id(),
                notification.level(),
                notification.title(),
                notification.message(),
                notification.paymentId());
    }
}
