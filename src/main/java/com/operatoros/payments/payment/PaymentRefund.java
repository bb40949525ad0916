package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.RefundState;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money on its way back to the client; its state only moves forward. */
@Entity
@Table(name = "payment_refund")
public class PaymentRefund {

    @Id
    private String id;

    /** The owning side of the relation: it is only written. */
    @ManyToOne(optional = false)
    @JoinColumn(name = "payment_id")
    @SuppressWarnings("UnusedVariable")
    private Payment payment;

    @Column(name = "intent_id")
    private @Nullable String intentId;

    @Column(name = "charge_id")
    private @Nullable String chargeId;

    @Column(name = "amount_minor")
    private long amountMinor;

    private String currency;
    private RefundState state;
    private @Nullable String reason;

    @Column(name = "failure_reason")
    private @Nullable String failureReason;

    @Column(name = "created_at")
    private Instant createdAt;

    protected PaymentRefund() {}

    PaymentRefund(Payment payment, RefundReport report) {
        this.id = report.refundId();
        this.payment = payment;
        this.intentId = report.intentId();
        this.chargeId = report.chargeId();
        this.amountMinor = report.amountMinor();
        this.currency = report.currency();
        this.state = report.state();
        this.reason = report.reason();
        this.failureReason = report.failureReason();
        this.createdAt = report.at();
    }

    /** Moves forward to what a report says; a report of a state already passed changes nothing. */
    boolean advance(RefundReport report) {
        intentId = intentId == null ? report.intentId() : intentId;
        chargeId = chargeId == null ? report.chargeId() : chargeId;
        reason = reason == null ? report.reason() : reason;
        failureReason = failureReason == null ? report.failureReason() : failureReason;
        if (report.state().compareTo(state) <= 0) {
            return false;
        }
        state = report.state();
        return true;
    }

    boolean isIn(String currencyCode) {
        return currency.equals(currencyCode);
    }

    boolean isOf(String intentOrCharge) {
        return intentOrCharge.equals(intentId) || intentOrCharge.equals(chargeId);
    }

    public String id() {
        return id;
    }

    @Nullable
    String intentId() {
        return intentId;
    }

    /** In minor units of {@link #currency()}. */
    public long amountMinor() {
        return amountMinor;
    }

    public String currency() {
        return currency;
    }

    public RefundState state() {
        return state;
    }

    /** The gateway's code of why it was made. */
    public @Nullable String reason() {
        return reason;
    }

    /** The gateway's code of why it failed. */
    public @Nullable String failureReason() {
        return failureReason;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
