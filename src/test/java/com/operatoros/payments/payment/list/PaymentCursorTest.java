package com.operatoros.payments.payment.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.operatoros.payments.payment.Payments;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a slice begins (rule L1). */
class PaymentCursorTest {

    @ParameterizedTest
    @EnumSource
    void a_cursor_is_read_as_it_was_written(PaymentSort sort) {
        PaymentCursor cursor = PaymentCursor.behind(Payments.aPendingPayment(), sort);

        assertEquals(Optional.of(cursor), PaymentCursor.read(cursor.text(), sort));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AMOUNT")
    void a_cursor_of_another_order_is_none(PaymentSort other) {
        PaymentCursor cursor = PaymentCursor.behind(Payments.aPendingPayment(), PaymentSort.AMOUNT);

        assertEquals(Optional.empty(), PaymentCursor.read(cursor.text(), other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "LWNyZWF0ZWR8eHx5", "YXxifGN8ZA"})
    void rubbish_is_no_cursor(String text) {
        assertEquals(Optional.empty(), PaymentCursor.read(text, PaymentSort.CREATED_DESC));
    }
}
