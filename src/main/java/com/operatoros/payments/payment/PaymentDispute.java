package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.money.Amount;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A payment that the client's bank wants back; its state only moves forward. */
@Entity
@Table(name = "payment_dispute")
public class PaymentDispute implements Fact<DisputeReport> {

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
    private DisputeState state;
    private String reason;

    @Column(name = "evidence_due")
    private @Nullable Instant evidenceDue;

    @Column(name = "opened_at")
    private Instant openedAt;

    protected PaymentDispute() {}

    PaymentDispute(Payment payment, DisputeReport report) {
        this.id = report.disputeId();
        this.payment = payment;
        this.openedAt = report.at();
        this.amountMinor = report.amount().minor();
        this.currency = report.amount().currency();
        this.state = report.state();
        this.reason = report.reason();
        this.intentId = IntentId.value(report.intentId());
        this.chargeId = ChargeId.value(report.chargeId());
        this.evidenceDue = report.evidenceDue();
    }

    /** Moves forward to what a report says; of two reports of one state the later deadline counts. */
    @Override
    public boolean advance(DisputeReport report) {
        intentId = intentId == null ? IntentId.value(report.intentId()) : intentId;
        chargeId = chargeId == null ? ChargeId.value(report.chargeId()) : chargeId;
        int step = report.state().compareTo(state);
        if (step < 0 || step == 0 && !isLater(report)) {
            return false;
        }
        state = report.state();
        reason = report.reason();
        amountMinor = report.amount().minor();
        evidenceDue = report.evidenceDue();
        return step > 0;
    }

    /** Which of two reports of the same state is kept must not depend on which came first. */
    private boolean isLater(DisputeReport report) {
        Instant due = report.evidenceDue() == null ? Instant.EPOCH : report.evidenceDue();
        Instant known = evidenceDue == null ? Instant.EPOCH : evidenceDue;
        if (!due.equals(known)) {
            return due.isAfter(known);
        }
        return report.amount().minor() == amountMinor
                ? report.reason().compareTo(reason) > 0
                : report.amount().minor() > amountMinor;
    }

    @Override
    public String id() {
        return id;
    }

    public Amount amount() {
        return new Amount(amountMinor, currency);
    }

    public DisputeState state() {
        return state;
    }

    /** The gateway's code of why the client's bank disputes it. */
    public String reason() {
        return reason;
    }

    /** Until when the bank takes evidence. */
    public @Nullable Instant evidenceDue() {
        return evidenceDue;
    }

    public Instant openedAt() {
        return openedAt;
    }
}
