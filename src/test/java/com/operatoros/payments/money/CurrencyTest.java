package com.operatoros.payments.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.operatoros.payments.sandbox.stripe.checkout.Currencies;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All currencies that Stripe takes (rules M1 to M3). */
class CurrencyTest {

    private static final Set<String> WITHOUT_DECIMALS = Set.of(
            "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "VND", "VUV", "XAF", "XOF", "XPF");
    private static final Set<String> WITH_THREE_DECIMALS = Set.of("BHD", "JOD", "KWD", "OMR", "TND");

    @Test
    void there_are_as_many_as_stripe_says() {
        assertTrue(Currency.values().length >= 135, () -> Currency.values().length + " currencies");
    }

    @ParameterizedTest
    @EnumSource
    void each_has_the_decimals_that_stripe_says(Currency currency) {
        int decimals = WITHOUT_DECIMALS.contains(currency.name()) ? 0 : 2;
        assertEquals(WITH_THREE_DECIMALS.contains(currency.name()) ? 3 : decimals, currency.decimals());
    }

    @ParameterizedTest
    @EnumSource
    void the_smallest_and_the_largest_amount_can_be_billed_and_nothing_beyond(Currency currency) {
        long largest = currency.maximum() - currency.maximum() % currency.step();
        for (long minor : new long[] {Math.max(currency.minimum(), currency.step()), largest}) {
            Money money = new Money(minor, currency);
            assertEquals(Optional.empty(), AmountPolicy.findProblem(money.major(), currency));
            assertEquals(money, Money.ofMajor(new BigDecimal(money.major().toPlainString()), currency));
        }
        assertEquals(
                Optional.of(AmountProblem.ABOVE_MAXIMUM),
                AmountPolicy.findProblem(new Money(currency.maximum() + 1, currency).major(), currency));
    }

    @ParameterizedTest
    @EnumSource
    void each_has_a_name_and_is_written_with_a_sign_or_its_code(Currency currency) {
        for (Locale locale : new Locale[] {Locale.US, Locale.GERMANY}) {
            assertFalse(currency.name(locale).isBlank());
            assertFalse(new Money(currency.maximum(), currency).format(locale).contains("\u00a4"));
        }
    }

    @Test
    void names_are_those_of_the_readers_language() {
        assertEquals("Swiss Franc", Currency.CHF.name(Locale.US));
        assertEquals("Schweizer Franken", Currency.CHF.name(Locale.GERMANY));
    }

    @ParameterizedTest
    @EnumSource
    void the_sandbox_takes_each_with_the_same_limits(Currency currency) {
        assertTrue(Currencies.isSupported(currency.code()));
        assertEquals(currency.maximum(), Currencies.largest(currency.code()));
        assertEquals(currency.step(), Currencies.step(currency.code()));
        assertTrue(Currencies.smallest(currency.code()) <= currency.minimum());
    }
}
