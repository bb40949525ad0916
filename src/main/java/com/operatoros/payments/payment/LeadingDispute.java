package com.operatoros.payments.payment;

import com.operatoros.payments.code.Coded;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.money.Amount;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A look at what a payment's row shows of the dispute that matters most; empty columns where there is none. */
@Embeddable
class LeadingDispute {

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

    protected LeadingDispute() {}

    LeadingDispute(PaymentDispute dispute) {
        show(dispute);
    }

    final void show(PaymentDispute dispute) {
        status = dispute.state().code();
        reason = dispute.reason();
        amountMinor = dispute.amount().minor();
        currency = dispute.amount().currency();
        evidenceDue = dispute.evidenceDue();
    }

    Optional<DisputeView> view() {
        if (status == null) {
            return Optional.empty();
        }
        Amount amount = new Amount(amountMinor == null ? 0 : amountMinor, String.valueOf(currency));
        return Optional.of(
                new DisputeView(Coded.get(DisputeState.class, status), String.valueOf(reason), amount, evidenceDue));
    }
}
