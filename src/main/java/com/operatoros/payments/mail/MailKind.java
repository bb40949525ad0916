package com.operatoros.payments.mail;

import java.util.Locale;

/** What a mail is for. */
enum MailKind {
    /** Brings the payment to the client. */
    PAYMENT,
    /** Brings it once more, because the admin asked for it. */
    RESEND,
    /** Tells the client that it is paid. */
    RECEIPT,
    /** Tells an admin what is on the list of notifications. */
    NOTICE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isForClient() {
        return this != NOTICE;
    }
}
