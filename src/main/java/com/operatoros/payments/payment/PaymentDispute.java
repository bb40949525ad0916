package com.operatoros.payments.payment;

import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.money.Amount;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A payment that the client's bank wants back; what the gateway told last holds, in both directions. Long since the questions about
 * such a row are answered by it.
 */
@Entity
@DiscriminatorValue(PaymentDispute.KIND)
public class PaymentDispute extends Fact<DisputeReport> {

    static final String KIND = "dispute";

    /** What matters most first: what must be answered, what is open, what was lost. */
    static final Comparator<PaymentDispute> BY_WEIGHT = Comparator.comparing(PaymentDispute::weight)
            .thenComparing(PaymentDispute::openedAt)
            .thenComparing(PaymentDispute::id);

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

    @Column(name = "told_at")
    private Instant toldAt;

    protected PaymentDispute() {}

    PaymentDispute(Payment payment, DisputeReport report) {
        super(KIND, payment, report.disputeId());
        this.openedAt = report.openedAt();
        take(report);
        this.intentId = IntentId.value(report.intentId());
        this.chargeId = ChargeId.value(report.chargeId());
        this.evidenceDue = report.evidenceDue();
    }

    /** Takes what a report says, if it is the latest word: neither the order of arrival nor a rank of the states decides. */
    @Override
    boolean advance(DisputeReport report) {
        intentId = intentId == null ? IntentId.value(report.intentId()) : intentId;
        chargeId = chargeId == null ? ChargeId.value(report.chargeId()) : chargeId;
        evidenceDue = latest(evidenceDue, report.evidenceDue());
        if (!isLater(report)) {
            return false;
        }
        boolean isNews = state != report.state();
        take(report);
        return isNews;
    }

    private void take(DisputeReport report) {
        state = report.state();
        reason = report.reason();
        amountMinor = report.amount().minor();
        currency = report.amount().currency();
        toldAt = report.toldAt();
    }

    /** Which of two reports of the same second is kept must not depend on which came first. */
    private boolean isLater(DisputeReport report) {
        if (!report.toldAt().equals(toldAt)) {
            return report.toldAt().isAfter(toldAt);
        }
        if (report.state() != state) {
            return report.state().compareTo(state) > 0;
        }
        return report.amount().minor() == amountMinor
                ? report.reason().compareTo(reason) > 0
                : report.amount().minor() > amountMinor;
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other != null && other.isAfter(one) ? other : one;
    }

    boolean isOf(IntentId intent) {
        return intent.value().equals(intentId);
    }

    boolean isOf(ChargeId charge) {
        return charge.value().equals(chargeId);
    }

    /** Whether the bank has the last word from the beginning, as it has over direct debits. */
    private boolean isUnanswerable() {
        return state == DisputeState.LOST && evidenceDue == null;
    }

    /** Whether a person has to see to it. */
    boolean needsAttention() {
        return state.needsResponse() || isUnanswerable();
    }

    int weight() {
        if (state.needsResponse()) {
            return 0;
        }
        if (!state.isClosed()) {
            return 1;
        }
        return state == DisputeState.LOST ? 2 : 3;
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
