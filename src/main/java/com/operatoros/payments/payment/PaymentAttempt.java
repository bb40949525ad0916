package com.operatoros.payments.payment;

import com.operatoros.payments.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One try of the client to pay: a charge, or an intent of which no charge is known. */
@Entity
@Table(name = "payment_attempt")
class PaymentAttempt {

    @Id
    private String id;

    /** The owning side of the relation: it is only written. */
    @ManyToOne(optional = false)
    @JoinColumn(name = "payment_id")
    @SuppressWarnings("UnusedVariable")
    private Payment payment;

    @Column(name = "intent_id")
    private String intentId;

    private AttemptState state;

    @Column(name = "amount_minor")
    private long amountMinor;

    private String currency;

    @Column(name = "reported_at")
    private Instant reportedAt;

    @Column(name = "failure_code")
    private @Nullable String failureCode;

    @Column(name = "failure_message")
    private @Nullable String failureMessage;

    protected PaymentAttempt() {}

    PaymentAttempt(Payment payment, AttemptReport report) {
        this.id = report.attemptId();
        this.payment = payment;
        this.intentId = report.intentId();
        take(report);
    }

    /** Moves forward to what a report says; a report of a state already passed changes nothing. */
    boolean advance(AttemptReport report) {
        if (!state.isBehind(report.state())) {
            return false;
        }
        take(report);
        return true;
    }

    private void take(AttemptReport report) {
        state = report.state();
        amountMinor = report.amountMinor();
        currency = report.currency();
        reportedAt = report.at();
        Failure failure = report.failure();
        failureCode = failure == null ? null : failure.code();
        failureMessage = failure == null ? null : failure.message();
    }

    String id() {
        return id;
    }

    String intentId() {
        return intentId;
    }

    AttemptState state() {
        return state;
    }

    Instant reportedAt() {
        return reportedAt;
    }

    long amountMinor() {
        return amountMinor;
    }

    boolean isIn(String currencyCode) {
        return currency.equals(currencyCode);
    }

    boolean brings(Money asked) {
        return amountMinor == asked.minor() && isIn(asked.currency().code());
    }

    @Nullable
    Failure failure() {
        return failureMessage == null ? null : new Failure(failureCode, failureMessage);
    }
}
