package com.operatoros.payments.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The legal moves (rule P3). */
class PaymentStatusTest {

    @ParameterizedTest
    @EnumSource
    void nothing_follows_paid(PaymentStatus next) {
        assertFalse(PaymentStatus.PAID.mayBecome(next));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PAID")
    void money_wins_over_everything(PaymentStatus status) {
        assertTrue(status.mayBecome(PaymentStatus.PAID));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_goes_back_to_being_created(PaymentStatus status) {
        assertFalse(status.mayBecome(PaymentStatus.CREATING));
    }

    @ParameterizedTest
    @EnumSource
    void only_a_creation_becomes_rejected(PaymentStatus status) {
        assertEquals(status == PaymentStatus.CREATING, status.mayBecome(PaymentStatus.REJECTED));
    }

    @ParameterizedTest
    @EnumSource
    void only_what_is_neither_paid_nor_ended_becomes_pending(PaymentStatus status) {
        boolean isOpen = status.isOpen() && status != PaymentStatus.PENDING;

        assertEquals(isOpen, status.mayBecome(PaymentStatus.PENDING));
    }

    @ParameterizedTest
    @EnumSource
    void a_status_is_found_by_its_code(PaymentStatus status) {
        assertEquals(Optional.of(status), PaymentStatus.find(status.code()));
    }
}
