package com.operatoros.payments.report;

import com.operatoros.payments.code.Coded;

/** An age of what is outstanding, counted in steps of 30 days from its due date. */
public enum Age implements Coded {
    /** Not due yet, or without a due date. */
    CURRENT,
    DAYS_1_30,
    DAYS_31_60,
    DAYS_61_90,
    DAYS_OVER_90;

    static Age of(long daysOverdue) {
        if (daysOverdue <= 0) {
            return CURRENT;
        }
        if (daysOverdue <= 30) {
            return DAYS_1_30;
        }
        if (daysOverdue <= 60) {
            return DAYS_31_60;
        }
        return daysOverdue <= 90 ? DAYS_61_90 : DAYS_OVER_90;
    }
}
