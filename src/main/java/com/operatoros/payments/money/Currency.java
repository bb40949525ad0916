package com.operatoros.payments.money;

import com.operatoros.payments.code.Coded;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A currency that Stripe takes, with its rules for amounts. Long since each has a line of its own.
 *
 * <p>Source: Stripe's pages "Supported currencies" (zero-decimal, three-decimal and special currencies) and "Minimum and
 * maximum charge amounts", as of November 2026. Hungarian forints and New Taiwan dollars are charged in hundredths and only paid out
 * in whole units.
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
    COP(2, 50, 1, 9_999_999_999L),
    CZK(2, 1500),
    DKK(2, 250),
    HKD(2, 400),
    HUF(2, 17500),
    IDR(2, 50, 1, 999_999_999_999L),
    ILS(2, 50),
    INR(2, 50, 1, 999_999_999L),
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

    /** Two decimals, and no minimum but what one of the above would be worth, which Stripe itself decides. */
    AFN,
    ALL,
    AMD,
    ANG,
    AOA,
    AWG,
    AZN,
    BAM,
    BBD,
    BDT,
    BGN,
    BMD,
    BND,
    BOB,
    BSD,
    BWP,
    BYN,
    BZD,
    CDF,
    CNY,
    CRC,
    CVE,
    DOP,
    DZD,
    EGP,
    ETB,
    FJD,
    FKP,
    GEL,
    GIP,
    GMD,
    GTQ,
    GYD,
    HNL,
    HTG,
    JMD,
    KES,
    KGS,
    KHR,
    KYD,
    KZT,
    LAK,
    LBP,
    LKR,
    LRD,
    LSL,
    MAD,
    MDL,
    MKD,
    MMK,
    MNT,
    MOP,
    MUR,
    MVR,
    MWK,
    MZN,
    NAD,
    NGN,
    NIO,
    NPR,
    PAB,
    PEN,
    PGK,
    PKR,
    QAR,
    RSD,
    RUB,
    SAR,
    SBD,
    SCR,
    SHP,
    SLE,
    SOS,
    SRD,
    STD,
    SZL,
    TJS,
    TOP,
    TRY,
    TTD,
    TZS,
    UAH,
    UYU,
    UZS,
    WST,
    XCD,
    YER,
    ZMW,

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

    /** The largest amount of most in minor units: eight digits, which every payment method takes. */
    private static final long USUAL_MAXIMUM = 99_999_999L;

    private static final Map<String, Currency> BY_CODE =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Currency::code, currency -> currency));

    private final int decimals;
    private final long minimum;
    private final long step;
    private final long maximum;

    Currency() {
        this(2, 1);
    }

    Currency(int decimals, long minimum) {
        this(decimals, minimum, 1);
    }

    Currency(int decimals, long minimum, long step) {
        this(decimals, minimum, step, USUAL_MAXIMUM);
    }

    Currency(int decimals, long minimum, long step, long maximum) {
        this.decimals = decimals;
        this.minimum = minimum;
        this.step = step;
        this.maximum = maximum;
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

    /** The largest amount that Stripe charges by every payment method, in minor units. */
    public long maximum() {
        return maximum;
    }

    /** Amounts are multiples of this many minor units. */
    public long step() {
        return step;
    }

    /** The name in a language, such as {@code US Dollar}; the code where the platform knows no name. */
    public String name(Locale locale) {
        try {
            return java.util.Currency.getInstance(name()).getDisplayName(locale);
        } catch (IllegalArgumentException youngerThanThePlatform) {
            return name();
        }
    }

    /** How many decimals a person writes: none where the smallest step is a whole unit, as in Iceland. */
    public int writtenDecimals() {
        long wholeUnit = BigDecimal.ONE.movePointRight(decimals).longValueExact();
        return step == wholeUnit ? 0 : decimals;
    }
}
