package com.operatoros.payments.notification;

import com.operatoros.payments.text.Messages;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification was written or completed; told inside the transaction.
 *
 * @param title in English, as everything outside of the pages tells it
 * @param fact identifies what it tells: {@code paid:…}, {@code failed:…}
 * @param change what has happened to it
 */
public record NotificationWritten(
        long id,
        String fact,
        Level level,
        String title,
        String message,
        @Nullable UUID paymentId,
        Kind change) {

    /** How long more of the same is collected before it is sent to anybody. */
    public static final Duration BUNDLE = Duration.ofMinutes(15);

    /** What may happen to a notification. */
    enum Kind {
        FIRST,
        /** It is told better. */
        COMPLETED,
        /** It had been told and only counts more of the same (rule N7). */
        MORE
    }

    /** Whether nobody has been told of it. */
    public boolean isFirst() {
        return change == Kind.FIRST;
    }

    /** Whether it had been told and only counts more of the same (rule N7). */
    public boolean isMore() {
        return change == Kind.MORE;
    }

    static NotificationWritten of(Notification notification, Kind change, Messages english) {
        return new NotificationWritten(
                notification.id(),
                notification.fact(),
                notification.level(),
                notification.title(english),
                notification.text(english),
                notification.paymentId(),
                change);
    }
}
