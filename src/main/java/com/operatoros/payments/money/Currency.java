package com.operatoros.payments.money;

import com.operatoros.payments.code.Coded;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A currency that Stripe takes, with its rules for amounts.
 *
 * <p>Source: Stripe's pages "Supported currencies" (zero-decimal, three-decimal and special currencies) and "Minimum and
 * maximum charge amounts".
 */
public enum Currency implements Coded {
    USD(2, 50),
    EUR(2, 50),
    GBP(2, 30),
    CHF(2, 50),
    AED(2, 200),
    ARS(2, 50),
    AUD(2, 50),
    BRL(2, 50),
    CAD(2, 50),
    COP(2, 50),
    CZK(2, 1500),
    DKK(2, 250),
    HKD(2, 400),
    HUF(2, 17500),
    IDR(2, 50),
    ILS(2, 50),
    INR(2, 50),
    MXN(2, 1000),
    MYR(2, 200),
    NOK(2, 300),
    NZD(2, 50),
    PHP(2, 50),
    PLN(2, 200),
    RON(2, 200),
    SEK(2, 300),
    SGD(2, 50),
    THB(2, 1000),
    TWD(2, 1),
    ZAR(2, 50),

    BIF(0, 1),
    CLP(0, 1),
    DJF(0, 1),
    GNF(0, 1),
    JPY(0, 50),
    KMF(0, 1),
    KRW(0, 50),
    MGA(0, 1),
    PYG(0, 1),
    RWF(0, 1),
    VND(0, 1),
    VUV(0, 1),
    XAF(0, 1),
    XOF(0, 1),
    XPF(0, 1),

    /** No decimals in life, but sent to Stripe in hundredths that must be 00. */
    ISK(2, 100, 100),
    UGX(2, 100, 100),

    /** Three decimals, of which the last must be 0. */
    BHD(3, 10, 10),
    JOD(3, 10, 10),
    KWD(3, 10, 10),
    OMR(3, 10, 10),
    TND(3, 10, 10);

    /** The largest amount in minor units: eight digits, which every payment method takes. */
    public static final long MAXIMUM = 99_999_999L;

    private static final Map<String, Currency> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Currency::code, currency -> currency));

    private final int decimals;
    private final long minimum;
    private final long step;

    Currency(int decimals, long minimum) {
        this(decimals, minimum, 1);
    }

    Currency(int decimals, long minimum, long step) {
        this.decimals = decimals;
        this.minimum = minimum;
        this.step = step;
    }

    /** Finds a currency by its ISO 4217 code in any case. */
    public static Optional<Currency> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code.toLowerCase(Locale.ROOT)));
    }

    /** How many decimals a minor unit stands for at Stripe. */
    public int decimals() {
        return decimals;
    }

    /** The smallest amount that Stripe charges, in minor units. */
    public long minimum() {
        return minimum;
    }

    /** Amounts are multiples of this many minor units. */
    public long step() {
        return step;
    }

    /** How many decimals a person writes: none where the smallest step is a whole unit, as in Iceland. */
    public int writtenDecimals() {
        long wholeUnit = BigDecimal.ONE.movePointRight(decimals).longValueExact();
        return step == wholeUnit ? 0 : decimals;
    }
}
