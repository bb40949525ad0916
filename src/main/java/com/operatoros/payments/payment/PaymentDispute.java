package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.DisputeState;
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
public class PaymentDispute {

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
        this.amountMinor = report.amountMinor();
        this.currency = report.currency();
        this.state = report.state();
        this.reason = report.reason();
        this.intentId = report.intentId();
        this.chargeId = report.chargeId();
        this.evidenceDue = report.evidenceDue();
    }

    /** Moves forward to what a report says; of two reports of one state the later deadline counts. */
    boolean advance(DisputeReport report) {
        intentId = intentId == null ? report.intentId() : intentId;
        chargeId = chargeId == null ? report.chargeId() : chargeId;
        int step = report.state().compareTo(state);
        if (step < 0 || step == 0 && !isLater(report)) {
            return false;
        }
        state = report.state();
        reason = report.reason();
        amountMinor = report.amountMinor();
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
        return report.amountMinor() == amountMinor
                ? report.reason().compareTo(reason) > 0
                : report.amountMinor() > amountMinor;
    }

    public String id() {
        return id;
    }

    /** In minor units of {@link #currency()}. */
    public long amountMinor() {
        return amountMinor;
    }

    public String currency() {
        return currency;
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
