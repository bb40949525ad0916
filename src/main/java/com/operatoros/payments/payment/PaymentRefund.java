package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.money.Amount;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Money on its way back to the client; what the gateway told last holds. */
@Entity
@DiscriminatorValue(PaymentRefund.KIND)
public class PaymentRefund extends Fact<RefundReport> {

    static final String KIND = "refund";

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

    @Column(name = "told_at")
    private Instant toldAt;

    protected PaymentRefund() {}

    PaymentRefund(Payment payment, RefundReport report) {
        super(KIND, payment, report.refundId());
        this.intentId = IntentId.value(report.intentId());
        this.chargeId = ChargeId.value(report.chargeId());
        this.amountMinor = report.amount().minor();
        this.currency = report.amount().currency();
        this.state = report.state();
        this.reason = report.reason();
        this.failureReason = report.failureReason();
        this.createdAt = report.madeAt();
        this.toldAt = report.toldAt();
    }

    /** Takes what a report says, if it is the latest word; of two of the same second the one further on counts. */
    @Override
    boolean advance(RefundReport report) {
        intentId = intentId == null ? IntentId.value(report.intentId()) : intentId;
        chargeId = chargeId == null ? ChargeId.value(report.chargeId()) : chargeId;
        reason = reason == null ? report.reason() : reason;
        failureReason = failureReason == null ? report.failureReason() : failureReason;
        int later = report.toldAt().compareTo(toldAt);
        if (later < 0 || later == 0 && report.state().compareTo(state) < 0) {
            return false;
        }
        toldAt = report.toldAt();
        boolean isNews = state != report.state();
        state = report.state();
        return isNews;
    }

    boolean isOf(IntentId intent) {
        return intent.value().equals(intentId);
    }

    boolean isOf(ChargeId charge) {
        return charge.value().equals(chargeId);
    }

    public Amount amount() {
        return new Amount(amountMinor, currency);
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
