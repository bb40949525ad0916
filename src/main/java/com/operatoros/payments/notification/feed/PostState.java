package com.operatoros.payments.notification.feed;

import java.util.Locale;

/** How far the posting of a notification has come. */
enum PostState {
    QUEUED,
    /** The receiver took it. */
    SENT,
    /** It will not be tried again. */
    FAILED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
