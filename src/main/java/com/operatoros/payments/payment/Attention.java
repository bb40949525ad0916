package com.operatoros.payments.payment;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.gateway.SuspicionKind;

/** Something about a payment that a person should look at (rule P4). */
public enum Attention implements Coded {
    /** More arrived than was asked for: the surplus can be refunded. */
    OVERPAID,
    /** Money arrived in another amount or currency than was asked for. */
    AMOUNT_MISMATCH,
    /** Money arrived although the payment was canceled or rejected. */
    PAID_AFTER_CANCEL,
    /** The client's bank wants the money back and waits for evidence. */
    DISPUTED,
    /** Money that was to go back did not. */
    REFUND_FAILED,
    /** So many attempts failed that somebody may be trying out stolen cards. */
    CARD_TESTING,
    /** The client's bank suspects a fraud: given back in time it does not become a dispute. */
    FRAUD_WARNING,
    /** The gateway wants a person to look at the payment before it is trusted. */
    UNDER_REVIEW,
    /** The gateway could not open the invoice. */
    FINALIZATION_FAILED;

    /** What a suspicion raises as long as something is to be done about it. */
    static Attention of(SuspicionKind kind) {
        return switch (kind) {
            case FRAUD_WARNING -> FRAUD_WARNING;
            case REVIEW -> UNDER_REVIEW;
        };
    }
}
