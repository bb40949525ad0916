package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.money.Currency;
import com.operatoros.payments.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a payment's row shows of the dispute that matters most; empty columns where there is none. */
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
        amountMinor = dispute.amountMinor();
        currency = dispute.currency();
        evidenceDue = dispute.evidenceDue();
    }

    /** @param asked for a code that is no currency of ours */
    Optional<DisputeView> view(Currency asked) {
        if (status == null) {
            return Optional.empty();
        }
        Money amount = new Money(
                amountMinor == null ? 0 : amountMinor,
                Currency.find(String.valueOf(currency)).orElse(asked));
        return Optional.of(
                new DisputeView(DisputeState.find(status).orElseThrow(), String.valueOf(reason), amount, evidenceDue));
    }
}
