package com.operatoros.payments.payment;

import com.operatoros.payments.code.Coded;
import java.util.Optional;
import java.util.Set;

/** A status of a payment; nothing else says which moves from one to another are legal (rule P3). */
public enum PaymentStatus implements Coded {
    CREATING,
    PENDING,
    PROCESSING,
    PAID,
    FAILED,
    CANCELED,
    REJECTED;

    /** Finds a status by the code that JSON and the database use. */
    public static Optional<PaymentStatus> find(String code) {
        return Coded.find(PaymentStatus.class, code);
    }

    /** Whether a payment may move from here to another status; staying is no move. */
    public boolean mayBecome(PaymentStatus next) {
        return next != this && successors().contains(next);
    }

    /** Whether the client can still be expected to pay. */
    public boolean isOpen() {
        return this == CREATING || this == PENDING || this == PROCESSING || this == FAILED;
    }

    /** Whether the client has not paid yet, as far as anybody knows. */
    public boolean isWaitedFor() {
        return this == PENDING || this == FAILED;
    }

    private Set<PaymentStatus> successors() {
        return switch (this) {
            case CREATING -> Set.of(PENDING, PROCESSING, PAID, FAILED, CANCELED, REJECTED);
            case PENDING -> Set.of(PROCESSING, PAID, FAILED, CANCELED);
            // Back to pending when what arrived is not what was asked for.
            case PROCESSING -> Set.of(PENDING, PAID, FAILED, CANCELED);
            case FAILED -> Set.of(PENDING, PROCESSING, PAID, CANCELED);
            // Back where an invoice that was voided turns out to have been edited, or a credit note over all of it is
            // taken back.
            case CANCELED -> Set.of(PENDING, PROCESSING, PAID, FAILED);
            case REJECTED -> Set.of(PAID);
            // Only when what was kept is not what was asked for any more: money that had been sent back so that it was
            // came back.
            case PAID -> Set.of(PENDING, PROCESSING, FAILED, CANCELED, REJECTED);
        };
    }
}
