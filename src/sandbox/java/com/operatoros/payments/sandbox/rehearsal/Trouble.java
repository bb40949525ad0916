package com.operatoros.payments.sandbox.rehearsal;

import java.util.Locale;

/** What can be otherwise than a story has it. */
public enum Trouble {
    NOT_PENDING,
    NOT_BILLED,
    NO_ID,
    NOT_PAID,
    NOT_FOUND,
    NOT_FAILED,
    NOT_TOLD,
    NO_EVENT,
    NOT_TWICE,
    NOT_ONCE,
    SANDBOX_REFUSED,
    SANDBOX_SILENT,
    STOPPING,
    BROKEN_OFF;

    /** A part of the key of its words. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
