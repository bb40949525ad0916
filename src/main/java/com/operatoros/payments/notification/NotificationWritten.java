package com.operatoros.payments.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification was written or completed; told inside the transaction.
 *
 * @param fact identifies what it tells: {@code paid:…}, {@code failed:…}
 */
public record NotificationWritten(
        long id,
        String fact,
        Level level,
        String title,
        String message,
        @Nullable UUID paymentId) {

    static NotificationWritten of(Notification notification) {
        return new NotificationWritten(
                notification.id(),
                notification.fact(),
                notification.level(),
                notification.title(),
                notification.message(),
                notification.paymentId());
    }
}
