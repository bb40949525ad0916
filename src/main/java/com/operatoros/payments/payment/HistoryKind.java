package com.operatoros.payments.payment;

import com.operatoros.payments.code.Coded;

/** What a row of the history tells. */
public enum HistoryKind implements Coded {
    CREATED,
    TRANSITION,
    FACT,
    IGNORED,
    ACTION,
    MAIL,
    RECOVERED;
}
