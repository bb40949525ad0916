package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.AttemptReport;
import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.money.Amount;
import com.operatoros.payments.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One try of the client to pay: a charge, or an intent of which no charge is known. */
@Entity
@DiscriminatorValue(PaymentAttempt.KIND)
class PaymentAttempt extends Fact<AttemptReport> {

    static final String KIND = "attempt";

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
        super(KIND, payment, report.attemptId());
        this.intentId = report.intentId().value();
        take(report);
    }

    /**
     * Moves forward to what a report says; a report of a state already passed changes nothing. Of several reports of one
     * state the earliest time counts, the largest amount, and the reason of whichever has one: not the order of arrival.
     */
    @Override
    boolean advance(AttemptReport report) {
        if (state.isBehind(report.state())) {
            take(report);
            return true;
        }
        return state == report.state() && merge(report);
    }

    private boolean merge(AttemptReport report) {
        reportedAt = report.at().isBefore(reportedAt) ? report.at() : reportedAt;
        amountMinor = Math.max(amountMinor, report.amount().minor());
        Failure reason = report.failure();
        if (reason == null || failureMessage != null) {
            return false;
        }
        failureCode = reason.code();
        failureMessage = reason.message();
        return true;
    }

    private void take(AttemptReport report) {
        state = report.state();
        amountMinor = report.amount().minor();
        currency = report.amount().currency();
        reportedAt = report.at();
        Failure failure = report.failure();
        failureCode = failure == null ? null : failure.code();
        failureMessage = failure == null ? null : failure.message();
    }

    IntentId intentId() {
        return new IntentId(intentId);
    }

    AttemptState state() {
        return state;
    }

    Instant reportedAt() {
        return reportedAt;
    }

    Amount amount() {
        return new Amount(amountMinor, currency);
    }

    boolean brings(Money asked) {
        return amount().equals(asked.amount());
    }

    /** Whether the client was through without paying, since a code took off everything. */
    boolean isFree() {
        return state == AttemptState.PAID && amountMinor == 0;
    }

    /** Whether no intent of the gateway brought it. */
    boolean isOutside() {
        return id().endsWith(AttemptReport.OUTSIDE);
    }

    @Nullable
    Failure failure() {
        return failureMessage == null ? null : new Failure(failureCode, failureMessage);
    }
}
