package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.PayerReport;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.text.Message;
import com.operatoros.payments.text.Value;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A note of who really paid, how, and what it cost. Long since it has a column for each thing that is told of that; where nothing is
 * known they are all empty.
 */
@Embeddable
public class PaidBy {

    /** The methods that have a name in our texts; others are told by the gateway's code. */
    private static final Set<String> NAMED = Set.of(
            "card",
            "sepa_debit",
            "customer_balance",
            "us_bank_account",
            "link",
            "paypal",
            "ideal",
            "bancontact",
            "klarna");

    private static final int LONGEST_ABBREVIATION = 3;

    @Column(name = "payer_name")
    private @Nullable String name;

    @Column(name = "payer_email")
    private @Nullable String email;

    @Column(name = "method_type")
    private @Nullable String methodType;

    @Column(name = "method_brand")
    private @Nullable String methodBrand;

    @Column(name = "method_last4")
    private @Nullable String methodLast4;

    @Column(name = "method_wallet")
    private @Nullable String methodWallet;

    @Column(name = "fee_minor")
    private @Nullable Long feeMinor;

    @Column(name = "net_minor")
    private @Nullable Long netMinor;

    @Column(name = "fee_currency")
    private @Nullable String feeCurrency;

    @Column(name = "available_on")
    private @Nullable Instant availableOn;

    @Column(name = "presented_minor")
    private @Nullable Long presentedMinor;

    @Column(name = "presented_currency")
    private @Nullable String presentedCurrency;

    protected PaidBy() {}

    static PaidBy nobody() {
        return new PaidBy();
    }

    void learn(PayerReport.Payer payer) {
        name = payer.name() == null ? name : payer.name();
        email = payer.email() == null ? email : payer.email();
    }

    void learn(PayerReport.Method method) {
        methodType = method.type();
        methodBrand = method.brand();
        methodLast4 = method.last4();
        methodWallet = method.wallet();
    }

    void learn(PayerReport.Cost cost) {
        feeMinor = cost.fee().minor();
        netMinor = cost.net().minor();
        feeCurrency = cost.fee().currency();
        availableOn = cost.availableOn();
    }

    void learnPresented(Amount presented) {
        presentedMinor = presented.minor();
        presentedCurrency = presented.currency();
    }

    /** Shows the same as another one, with the costs of all that belong together. */
    void show(PaidBy leading, long fees, long nets) {
        name = leading.name;
        email = leading.email;
        methodType = leading.methodType;
        methodBrand = leading.methodBrand;
        methodLast4 = leading.methodLast4;
        methodWallet = leading.methodWallet;
        feeMinor = leading.feeMinor == null ? null : Long.valueOf(fees);
        netMinor = leading.netMinor == null ? null : Long.valueOf(nets);
        feeCurrency = leading.feeCurrency;
        availableOn = leading.availableOn;
        presentedMinor = leading.presentedMinor;
        presentedCurrency = leading.presentedCurrency;
    }

    /** What the payer is found by; null when nothing is known. */
    @Nullable
    String searchTerm() {
        String term = Stream.of(name, email)
                .filter(text -> text != null)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("\n"));
        return term.isEmpty() ? null : term;
    }

    /** The name that the payer gave. */
    public @Nullable String name() {
        return name;
    }

    /** The e-mail that the payer gave. */
    public @Nullable String email() {
        return email;
    }

    /** How it was paid. */
    public Optional<PayerReport.Method> method() {
        return Optional.ofNullable(methodType)
                .map(type -> new PayerReport.Method(type, methodBrand, methodLast4, methodWallet));
    }

    /** The same in words, such as {@code Card Visa •••• 4242}. */
    public Optional<Message> means() {
        return method().map(method -> {
            Object what = NAMED.contains(method.type()) ? Value.text("method." + method.type()) : title(method.type());
            Object named = method.brand() == null ? what : Message.of("method.of_brand", what, title(method.brand()));
            Message numbered = method.last4() == null
                    ? Message.of("method.as_it_is", named)
                    : Message.of("method.ending", named, method.last4());
            return method.wallet() == null
                    ? numbered
                    : Message.of("method.in_wallet", numbered, title(method.wallet()));
        });
    }

    private static String title(String code) {
        return code.length() <= LONGEST_ABBREVIATION
                ? code.toUpperCase(Locale.ROOT)
                : Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('_', ' ');
    }

    /** What the gateway keeps, in the currency in which it pays out; nothing as long as it is not booked. */
    public Optional<Amount> fee() {
        return amount(feeMinor, feeCurrency);
    }

    /** What the gateway pays out; nothing as long as it is not booked. */
    public Optional<Amount> net() {
        return amount(netMinor, feeCurrency);
    }

    /** When it can be paid out. */
    public @Nullable Instant availableOn() {
        return availableOn;
    }

    /** What the client saw and was charged, where that is another currency than was asked for. */
    public Optional<Amount> presented() {
        return amount(presentedMinor, presentedCurrency);
    }

    private static Optional<Amount> amount(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null ? Optional.empty() : Optional.of(new Amount(minor, currency));
    }
}
