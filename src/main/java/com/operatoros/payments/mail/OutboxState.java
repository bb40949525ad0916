package com.operatoros.payments.mail;

import java.util.Locale;

/** How far a mail has come. */
enum OutboxState {
    QUEUED,
    /** The mail server took it. */
    SENT,
    /** It will not be tried again. */
    FAILED,
    /** There was no mail server when it was to be sent. */
    NOT_CONFIGURED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
