package com.operatoros.payments.notification;

import org.jspecify.annotations.Nullable;

/**
 * A filter that tells which notifications are wanted.
 *
 * @param level null for all levels
 * @param acknowledged null for read and unread ones
 * @param before only those older than the one of this number; null begins with the newest
 */
public record NotificationFilter(
        @Nullable Level level,
        @Nullable Boolean acknowledged,
        @Nullable Long before) {

    /** The newest of all. */
    public static final NotificationFilter NONE = new NotificationFilter(null, null, null);
}
