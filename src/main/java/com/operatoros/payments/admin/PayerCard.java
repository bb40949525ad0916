package com.operatoros.payments.admin;

import com.operatoros.payments.gateway.PayerReport;
import com.operatoros.payments.payment.PaidBy;
import com.operatoros.payments.payment.Payment;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells who really paid the payment that the page shows, and how. */
@Named
@RequestScoped
public class PayerCard {

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

    @Inject
    private PaymentPage page;

    @Inject
    private Formats formats;

    /** Whether anything is known of it. */
    public boolean isKnown() {
        return !getPayer().isEmpty() || !getMethod().isEmpty();
    }

    /** The name, the e-mail or both; empty as long as nobody knows. */
    public String getPayer() {
        PaidBy paidBy = paidBy();
        return paidBy == null
                ? ""
                : Stream.of(paidBy.name(), paidBy.email())
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    /** The method, the brand or the bank, and the last digits; empty as long as nobody knows. */
    public String getMethod() {
        PaidBy paidBy = paidBy();
        return paidBy == null ? "" : paidBy.method().map(this::words).orElse("");
    }

    private String words(PayerReport.Method method) {
        String name = NAMED.contains(method.type()) ? formats.text("method." + method.type()) : title(method.type());
        String brand = method.brand() == null ? name : name + " " + title(method.brand());
        return method.last4() == null ? brand : brand + " •••• " + method.last4();
    }

    private static String title(String code) {
        return code.length() <= LONGEST_ABBREVIATION
                ? code.toUpperCase(Locale.ROOT)
                : Character.toUpperCase(code.charAt(0)) + code.substring(1).replace('_', ' ');
    }

    private @Nullable PaidBy paidBy() {
        Payment payment = page.getPayment();
        return payment == null ? null : payment.outcome().paidBy();
    }
}
