package com.operatoros.payments.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts of currencies that we need not bill in (rules M1 and M3). */
class AmountTest {

    @ParameterizedTest
    @CsvSource({
        "350000, try, 'TRY\u00a03,500.00'",
        "150000, usd, '$1,500.00'",
        "1500, jpy, '¥1,500'",
        "1500000, kwd, 'KWD\u00a01,500.000'",
        "150000, isk, 'ISK\u00a01,500'",
        "-100, eur, '-€1.00'",
        "500, zzz, 'ZZZ\u00a05.00'",
        "500, xxx, 'XXX\u00a05.00'",
        "500, '', '\u00a05.00'"
    })
    void an_amount_is_written_with_the_decimals_of_its_own_currency(long minor, String currency, String written) {
        assertEquals(written, new Amount(minor, currency).format(Locale.US));
    }

    @Test
    void an_amount_of_another_currency_is_not_added() {
        Amount euros = new Amount(1, "eur");

        assertThrows(IllegalArgumentException.class, () -> new Amount(1, "usd").plus(euros));
        assertThrows(IllegalArgumentException.class, () -> new Amount(1, "usd").max(euros));
    }

    @Test
    void a_sum_that_no_long_can_hold_is_no_sum() {
        assertThrows(ArithmeticException.class, () -> new Amount(Long.MAX_VALUE, "usd").plus(new Amount(1, "usd")));
    }

    @Test
    void major_units_are_exact() {
        assertEquals(new BigDecimal("19.99"), new Amount(1999, "try").major());
        assertEquals(new BigDecimal("1999"), new Amount(1999, "jpy").major());
        assertEquals(new BigDecimal("1.999"), new Amount(1999, "tnd").major());
    }
}
