package com.operatoros.payments.notification;

import com.operatoros.payments.text.Messages;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification was written or completed; told inside the transaction.
 *
 * @param title in English, as everything outside of the pages tells it
 * @param fact identifies what it tells: {@code paid:…}, {@code failed:…}
 */
public record NotificationWritten(
        long id,
        String fact,
        Level level,
        String title,
        String message,
        @Nullable UUID paymentId) {

    static NotificationWritten of(Notification notification, Messages english) {
        return new NotificationWritten(
                notification.id(),
                notification.fact(),
                notification.level(),
                notification.title(english),
                notification.text(english),
                notification.paymentId());
    }
}
