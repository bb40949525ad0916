package com.operatoros.payments.notification.feed;

/**
 * The right to post a notification.
 *
 * @param number grows with each claim, so that an owner who woke up late can be told apart
 * @param revision which state of the notification the body tells
 */
record Claim(long notificationId, int number, int revision, String body) {

    /** The same for each repetition of the same news. */
    String idempotencyKey() {
        return "notification-" + notificationId + "-" + revision;
    }
}
