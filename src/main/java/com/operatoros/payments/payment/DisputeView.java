package com.operatoros.payments.payment;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.money.Amount;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A view of the dispute that a person has to know of, with what is disputed together with it. */
@Embeddable
public class DisputeView {

    @Column(name = "dispute_status")
    private @Nullable String status;

    @Column(name = "dispute_reason")
    private @Nullable String reason;

    @Column(name = "dispute_amount_minor")
    private @Nullable Long amountMinor;

    @Column(name = "dispute_currency")
    private @Nullable String currency;

    @Column(name = "dispute_evidence_due")
    private @Nullable Instant evidenceDue;

    protected DisputeView() {}

    DisputeView(PaymentDispute dispute, Amount amount) {
        show(dispute, amount);
    }

    /** @param amount what is disputed together with it */
    final void show(PaymentDispute dispute, Amount amount) {
        status = dispute.state().code();
        reason = dispute.reason();
        amountMinor = amount.minor();
        currency = amount.currency();
        evidenceDue = dispute.evidenceDue();
    }

    boolean isThere() {
        return status != null;
    }

    public DisputeState state() {
        return Coded.get(DisputeState.class, String.valueOf(status));
    }

    /** The gateway's code of why the client's bank disputes it. */
    public String reason() {
        return String.valueOf(reason);
    }

    public Amount amount() {
        return new Amount(amountMinor == null ? 0 : amountMinor, String.valueOf(currency));
    }

    /** Until when the bank takes evidence; null when it takes none. */
    public @Nullable Instant evidenceDue() {
        return evidenceDue;
    }
}
