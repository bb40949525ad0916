package com.operatoros.payments.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Amounts are exact (rules M1 to M3). */
class MoneyTest {

    @ParameterizedTest
    @CsvSource({
        "19.99, USD, 1999",
        "0.29, USD, 29",
        "1500, USD, 150000",
        "1500.0, EUR, 150000",
        "999999.99, USD, 99999999",
        "500, JPY, 500",
        "500, ISK, 50000",
        "1.250, KWD, 1250"
    })
    void takes_an_amount_to_minor_units_exactly(BigDecimal major, Currency currency, long minor) {
        assertEquals(minor, Money.ofMajor(major, currency).minor());
    }

    @Test
    void every_cent_up_to_ten_thousand_survives_the_way_there_and_back() {
        for (long minor = 1; minor <= 1_000_000; minor++) {
            Money money = new Money(minor, Currency.USD);

            assertEquals(money, Money.ofMajor(money.major(), Currency.USD));
        }
    }

    @Test
    void refuses_to_round() {
        assertThrows(ArithmeticException.class, () -> Money.ofMajor(new BigDecimal("10.005"), Currency.USD));
    }

    @Test
    void refuses_to_add_two_currencies() {
        Money dollars = new Money(1, Currency.USD);
        Money euros = new Money(1, Currency.EUR);

        assertThrows(IllegalArgumentException.class, () -> dollars.plus(euros));
    }

    @ParameterizedTest
    @CsvSource({
        "150000, USD, '$1,500.00'",
        "1999, USD, '$19.99'",
        "500, JPY, '¥500'",
        "1250, KWD, 'KWD 1.250'",
        "50000, ISK, 'ISK 500'"
    })
    void is_written_as_people_write_it(long minor, Currency currency, String written) {
        String text = new Money(minor, currency).format(Locale.US);

        assertEquals(written, text.replace('\u00a0', ' '));
    }

    @ParameterizedTest
    @EnumSource(Currency.class)
    void every_currency_can_be_formatted_and_its_minimum_can_be_billed(Currency currency) {
        Money minimum = new Money(currency.minimum(), currency);

        assertEquals(0, minimum.minor() % currency.step());
        assertEquals(minimum, Money.ofMajor(minimum.major(), currency));
        assertEquals(java.util.Optional.empty(), AmountPolicy.findProblem(minimum.major(), currency));
        assertEquals(false, minimum.format(Locale.US).isBlank());
    }
}
