package com.operatoros.payments.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody may type as an amount (rules M2 and M3). */
class AmountPolicyTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.5", "1500.00", "007", "0.50"})
    void reads_digits_with_one_point(String text) {
        assertEquals(Optional.of(new BigDecimal(text)), AmountPolicy.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " 1", "1 ", "1,5", "1,500.00", "1.500.00", "+1", "-1", "1e3", ".5", "5.", "0x10", "NaN", "١٢"
            })
    void guesses_at_nothing_else(String text) {
        assertEquals(Optional.empty(), AmountPolicy.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "0, USD, NOT_POSITIVE",
        "-5, USD, NOT_POSITIVE",
        "10.005, USD, TOO_MANY_DECIMALS",
        "0.49, USD, BELOW_MINIMUM",
        "0.29, GBP, BELOW_MINIMUM",
        "1000000, USD, ABOVE_MAXIMUM",
        "999999.991, USD, ABOVE_MAXIMUM",
        "1e999999999, USD, ABOVE_MAXIMUM",
        "1e-999999999, USD, TOO_MANY_DECIMALS",
        "100.5, JPY, TOO_MANY_DECIMALS",
        "49, JPY, BELOW_MINIMUM",
        "100.5, ISK, NOT_A_STEP",
        "1.255, KWD, NOT_A_STEP",
        "1.2555, KWD, TOO_MANY_DECIMALS",
        "10000000000.00, IDR, ABOVE_MAXIMUM",
        "100000000.00, COP, ABOVE_MAXIMUM",
        "10000000.00, INR, ABOVE_MAXIMUM",
        "100.50, UGX, NOT_A_STEP",
        "174.99, HUF, BELOW_MINIMUM",
        "0.001, TWD, TOO_MANY_DECIMALS",
        "0.5, VND, TOO_MANY_DECIMALS"
    })
    void says_what_is_wrong(BigDecimal major, Currency currency, AmountProblem problem) {
        assertEquals(Optional.of(problem), AmountPolicy.findProblem(major, currency));
    }

    @ParameterizedTest
    @CsvSource({
        "0.50, USD",
        "999999.99, USD",
        "10.000, USD",
        "1e2, USD",
        "0.30, GBP",
        "50, JPY",
        "99999999, JPY",
        "1.250, KWD",
        "100, ISK",
        "9999999999.99, IDR",
        "99999999.99, COP",
        "9999999.99, INR",
        "5, UGX",
        "175.50, HUF",
        "30.50, TWD",
        "999.99, SLE"
    })
    void accepts_what_can_be_billed(BigDecimal major, Currency currency) {
        assertEquals(Optional.empty(), AmountPolicy.findProblem(major, currency));
    }
}
