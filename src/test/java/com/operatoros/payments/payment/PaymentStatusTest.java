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
    void staying_is_no_move(PaymentStatus status) {
        assertFalse(status.mayBecome(status));
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
    void only_a_creation_becomes_rejected_or_again_what_was_paid_in_spite(PaymentStatus status) {
        boolean isCreation = status == PaymentStatus.CREATING || status == PaymentStatus.PAID;

        assertEquals(isCreation, status.mayBecome(PaymentStatus.REJECTED));
    }

    @ParameterizedTest
    @EnumSource
    void what_was_rejected_is_never_waited_for_again(PaymentStatus status) {
        boolean isOpen = status != PaymentStatus.PENDING && status != PaymentStatus.REJECTED;

        assertEquals(isOpen, status.mayBecome(PaymentStatus.PENDING));
    }

    @ParameterizedTest
    @EnumSource
    void a_status_is_found_by_its_code(PaymentStatus status) {
        assertEquals(Optional.of(status), PaymentStatus.find(status.code()));
    }
}
