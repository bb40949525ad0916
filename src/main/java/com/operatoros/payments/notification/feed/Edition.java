package com.operatoros.payments.notification.feed;

/**
 * A notification as it is posted.
 *
 * @param revision which state of the notification the body tells
 */
record Edition(long notificationId, int revision, String body) {

    /** The same for each repetition of the same notification (rule F2). */
    String idempotencyKey() {
        return "notification-" + notificationId + "-" + revision;
    }

    /** No log tells what a notification says. */
    @Override
    public String toString() {
        return Long.toString(notificationId);
    }
}
