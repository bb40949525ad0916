package com.operatoros.payments.payment;

import com.operatoros.payments.code.Coded;

/** A kind of row in the history. */
public enum HistoryKind implements Coded {
    CREATED,
    TRANSITION,
    FACT,
    IGNORED,
    ACTION,
    MAIL,
    RECOVERED;
}
