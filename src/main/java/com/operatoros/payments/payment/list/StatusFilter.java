package com.operatoros.payments.payment.list;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.payment.PaymentStatus;
import java.util.Optional;
import java.util.Set;

/** The statuses a list can be narrowed to: those of the lifecycle as people group them, and the facts beside it. */
public enum StatusFilter implements Coded {
    PENDING,
    PAID,
    FAILED,
    CANCELED,
    REJECTED,
    OVERDUE,
    REFUNDED,
    DISPUTED,
    ATTENTION;

    /** Finds a filter by its code. */
    public static Optional<StatusFilter> find(String code) {
        return Coded.find(StatusFilter.class, code);
    }

    /** The statuses of the lifecycle that it stands for. */
    Set<PaymentStatus> statuses() {
        return switch (this) {
            case PENDING -> Set.of(PaymentStatus.PENDING, PaymentStatus.CREATING, PaymentStatus.PROCESSING);
            case PAID -> Set.of(PaymentStatus.PAID);
            case FAILED -> Set.of(PaymentStatus.FAILED);
            case CANCELED -> Set.of(PaymentStatus.CANCELED);
            case REJECTED -> Set.of(PaymentStatus.REJECTED);
            // Facts beside the lifecycle, which the search knows.
            case OVERDUE, REFUNDED, DISPUTED, ATTENTION -> Set.of();
        };
    }
}
