package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.PayerReport;
import com.operatoros.payments.money.Amount;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who paid an intent, how, and what it cost; what becomes known of it does not change any more. */
@Entity
@DiscriminatorValue(PaymentPayer.KIND)
class PaymentPayer extends Fact<PayerReport> {

    static final String KIND = "payer";

    /** Whether the payer typed the name: what the bank knows does not count then. */
    @Column(name = "name_typed")
    private boolean nameTyped;

    @Column(name = "email_typed")
    private boolean emailTyped;

    @Column(name = "booked_at")
    private @Nullable Instant bookedAt;

    @Embedded
    private @Nullable PaidBy paidBy;

    /** What the payment is found by, in lower case, so that the database need not know how letters are folded. */
    @SuppressWarnings("UnusedVariable")
    private @Nullable String term;

    protected PaymentPayer() {}

    PaymentPayer(Payment payment, PayerReport report) {
        super(KIND, payment, report.intentId().value());
        advance(report);
    }

    @Override
    boolean advance(PayerReport report) {
        paidBy = paidBy();
        PayerReport.Payer payer = report.payer();
        boolean isNews = payer != null && advance(payer, report.isTyped());
        PayerReport.Method method = report.method();
        if (method != null && !paidBy.method().equals(Optional.of(method))) {
            isNews = true;
            paidBy.learn(method);
        }
        PayerReport.Cost cost = report.cost();
        if (cost != null && !paidBy.fee().equals(Optional.of(cost.fee()))) {
            isNews = true;
            bookedAt = cost.bookedAt();
            paidBy.learn(cost);
        }
        Amount presented = report.presented();
        if (presented != null && paidBy.presented().isEmpty()) {
            isNews = true;
            paidBy.learnPresented(presented);
        }
        return isNews;
    }

    /** What was typed counts, field by field. */
    private boolean advance(PayerReport.Payer payer, boolean isTyped) {
        PaidBy known = paidBy();
        String name = isTyped || !nameTyped ? payer.name() : null;
        String email = isTyped || !emailTyped ? payer.email() : null;
        nameTyped |= isTyped && name != null;
        emailTyped |= isTyped && email != null;
        boolean isNews = name != null && !name.equals(known.name()) || email != null && !email.equals(known.email());
        known.learn(new PayerReport.Payer(name, email));
        term = known.searchTerm();
        return isNews;
    }

    PaidBy paidBy() {
        return paidBy == null ? PaidBy.nobody() : paidBy;
    }
}
