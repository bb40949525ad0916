package com.operatoros.payments.admin;

import com.operatoros.payments.payment.PaidBy;
import com.operatoros.payments.payment.Payment;
import com.operatoros.payments.text.EmailAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells who really paid the payment that the page shows, and how. */
@Named
@RequestScoped
public class PayerCard {

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
                : Stream.of(paidBy.name(), address(paidBy.email()))
                        .filter(Objects::nonNull)
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    /** Stripe tells of the client's own address as it got it; it is shown as it was typed. */
    private @Nullable String address(@Nullable String told) {
        Payment payment = page.getPayment();
        if (payment == null || told == null) {
            return told;
        }
        String client = payment.bill().clientEmail();
        return told.equalsIgnoreCase(EmailAddress.wire(client)) ? client : told;
    }

    /** The method, the brand or the bank, and the last digits; empty as long as nobody knows. */
    public String getMethod() {
        PaidBy paidBy = paidBy();
        return paidBy == null ? "" : paidBy.means().map(formats::message).orElse("");
    }

    private @Nullable PaidBy paidBy() {
        Payment payment = page.getPayment();
        return payment == null ? null : payment.outcome().paidBy();
    }
}
