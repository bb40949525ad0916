package com.operatoros.payments.sandbox.stripe.checkout;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What Stripe knows of currencies: which there are, their minor units, and the smallest amount of each. */
public final class Currencies {

    private static final long USUALLY_LARGEST = 99_999_999;
    private static final Map<String, Long> LARGEST =
            Map.of("idr", 999_999_999_999L, "cop", 9_999_999_999L, "inr", 999_999_999L);

    private static final Set<String> ZERO_DECIMAL =
            words("bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf");
    private static final Set<String> THREE_DECIMAL = words("bhd jod kwd omr tnd");
    /** In life without decimals, but sent to Stripe in hundredths. */
    private static final Set<String> SENT_TIMES_HUNDRED = words("isk ugx");

    private static final Set<String> TWO_DECIMAL = words("usd aed afn all amd ang aoa ars aud awg azn bam bbd bdt bgn"
            + " bmd bnd bob brl bsd bwp byn bzd cad cdf chf cny cop crc cve czk dkk dop dzd egp etb eur fjd fkp gbp gel"
            + " gip gmd gtq gyd hkd hnl htg huf idr ils inr isk jmd kes kgs khr kyd kzt lak lbp lkr lrd lsl mad mdl"
            + " mkd mmk mnt mop mur mvr mwk mxn myr mzn nad ngn nio nok npr nzd pab pen pgk php pkr pln qar ron rsd rub"
            + " sar sbd scr sek sgd shp sle sos srd std szl thb tjs top try ttd twd tzs uah ugx uyu uzs wst xcd yer"
            + " zar zmw");
    private static final Map<String, Long> SMALLEST = smallest();

    private Currencies() {}

    private static Set<String> words(String words) {
        return Set.copyOf(Arrays.asList(words.split(" ")));
    }

    private static Map<String, Long> smallest() {
        Map<String, Long> smallest = new TreeMap<>();
        words("usd eur chf aud cad nzd sgd brl inr zar php ars cop ils idr").forEach(code -> smallest.put(code, 50L));
        words("aed pln ron myr").forEach(code -> smallest.put(code, 200L));
        words("nok sek").forEach(code -> smallest.put(code, 300L));
        words("mxn thb").forEach(code -> smallest.put(code, 1000L));
        words("jpy krw").forEach(code -> smallest.put(code, 50L));
        smallest.putAll(Map.of("gbp", 30L, "dkk", 250L, "hkd", 400L, "czk", 1500L, "huf", 17500L));
        return Map.copyOf(smallest);
    }

    /** Whether Stripe takes payments in this lower-case code. */
    public static boolean isSupported(String code) {
        return TWO_DECIMAL.contains(code) || ZERO_DECIMAL.contains(code) || THREE_DECIMAL.contains(code);
    }

    /** The smallest amount in minor units; of a currency without one of its own, the smallest unit. */
    public static long smallest(String code) {
        return SMALLEST.getOrDefault(code, 1L);
    }

    /** The largest amount in minor units. */
    public static long largest(String code) {
        return LARGEST.getOrDefault(code, USUALLY_LARGEST);
    }

    /** What an amount must be a multiple of. */
    public static long step(String code) {
        if (THREE_DECIMAL.contains(code)) {
            return 10;
        }
        return SENT_TIMES_HUNDRED.contains(code) ? 100 : 1;
    }

    /** An amount for people, such as {@code $1,500.00}. */
    public static String format(long minorUnits, String code) {
        int decimals = decimals(code);
        NumberFormat format = NumberFormat.getCurrencyInstance(Locale.US);
        format.setCurrency(known(code.toUpperCase(Locale.ROOT)));
        int shown = SENT_TIMES_HUNDRED.contains(code) ? 0 : decimals;
        format.setMinimumFractionDigits(shown);
        format.setMaximumFractionDigits(shown);
        return format.format(BigDecimal.valueOf(minorUnits, decimals)).replace('\u00a0', ' ');
    }

    /** The platform may be older than the currency. */
    private static Currency known(String code) {
        boolean isKnown = Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
        return Currency.getInstance(isKnown ? code : "XXX");
    }

    private static int decimals(String code) {
        if (ZERO_DECIMAL.contains(code)) {
            return 0;
        }
        return THREE_DECIMAL.contains(code) ? 3 : 2;
    }
}
