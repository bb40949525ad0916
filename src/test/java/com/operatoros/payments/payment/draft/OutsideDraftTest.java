package com.operatoros.payments.payment.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money that came elsewhere, and the link over what is left (rule M2). */
class OutsideDraftTest {

    private static final Money REST = new Money(10_000, Currency.USD);

    @ParameterizedTest
    @CsvSource({
        "99.60, true, mark_paid.rest_too_small",
        "99.60, false, ''",
        "99.50, true, ''",
        "100, true, ''",
        "100.01, true, mark_paid.more_than_owed"
    })
    void what_is_left_must_be_enough_for_a_link(String amount, boolean isLink, String expected) {
        List<String> errors = new OutsideDraft(amount, null)
                .check(REST, isLink).errors().stream()
                        .map(error -> error.message().key())
                        .toList();

        assertEquals(expected.isEmpty() ? List.of() : List.of(expected), errors);
    }
}
