package com.operatoros.payments.report;

import com.operatoros.payments.code.Coded;
import java.util.Optional;

/** A measure of payments: something that is counted and summed up. */
public enum Measure implements Coded {
    /** Payments that are neither canceled nor rejected. */
    BILLED,
    /** Paid payments; the money is all that has arrived, also for payments that it does not pay. */
    PAID,
    /** What is missing of payments that can still be paid. */
    OUTSTANDING,
    /** What is missing after its due date. */
    OVERDUE,
    /** Payments that nobody has tried to pay in vain. */
    PENDING,
    FAILED,
    CANCELED,
    /** Money that has gone back to the client. */
    REFUNDED,
    /** Money that a client's bank wants back, or has taken back. */
    DISPUTED,
    /** Money of disputes that were lost. */
    LOST,
    /** What the gateway keeps for its service. */
    FEES,
    /** What the gateway pays out. */
    NET;

    static Optional<Measure> find(String code) {
        return Coded.find(Measure.class, code);
    }
}
