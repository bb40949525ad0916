package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.ChargeId;
import com.operatoros.payments.gateway.DisputeReport;
import com.operatoros.payments.gateway.DisputeState;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.RefundReport;
import com.operatoros.payments.gateway.RefundState;
import com.operatoros.payments.money.Amount;
import com.stripe.model.Charge;
import com.stripe.model.Dispute;
import com.stripe.model.Refund;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the events of refunds and disputes, and those of a charge that tell of refunds. */
final class RefundAndDisputeReports {

    private RefundAndDisputeReports() {}

    static void addIds(Refund refund, Map<ObjectKind, String> ids) {
        StripeEventReader.addId(ids, ObjectKind.REFUND, refund.getId());
        StripeEventReader.addId(ids, ObjectKind.CHARGE, refund.getCharge());
        StripeEventReader.addId(ids, ObjectKind.PAYMENT_INTENT, refund.getPaymentIntent());
    }

    static void addIds(Dispute dispute, Map<ObjectKind, String> ids) {
        StripeEventReader.addId(ids, ObjectKind.DISPUTE, dispute.getId());
        StripeEventReader.addId(ids, ObjectKind.CHARGE, dispute.getCharge());
        StripeEventReader.addId(ids, ObjectKind.PAYMENT_INTENT, dispute.getPaymentIntent());
    }

    static void addIds(Charge charge, Map<ObjectKind, String> ids) {
        StripeEventReader.addId(ids, ObjectKind.CHARGE, charge.getId());
        StripeEventReader.addId(ids, ObjectKind.PAYMENT_INTENT, charge.getPaymentIntent());
    }

    static Optional<GatewayReport> find(String type, Refund refund, Instant at) {
        return type.startsWith("refund.") ? Optional.of(of(refund, at)) : Optional.empty();
    }

    static Optional<GatewayReport> find(String type, Dispute dispute, Instant at) {
        return switch (type) {
            case "charge.dispute.created",
                    "charge.dispute.updated",
                    "charge.dispute.closed",
                    "charge.dispute.funds_reinstated",
                    "charge.dispute.funds_withdrawn" -> Optional.of(of(dispute, at));
            default -> Optional.empty();
        };
    }

    static Optional<GatewayReport> find(String type, Charge charge) {
        return type.equals("charge.refunded") ? Optional.of(total(charge)) : PayerReports.find(type, charge);
    }

    static GatewayReport of(Refund refund, Instant toldAt) {
        return read(refund, toldAt)
                .<GatewayReport>map(GatewayReport.Refund::new)
                .orElseGet(GatewayReport.Unclear::new);
    }

    /**
     * The refund; nothing where a field that decides is missing or makes no sense.
     *
     * @param toldAt as of when Stripe says so
     */
    static Optional<RefundReport> read(Refund refund, Instant toldAt) {
        Optional<RefundState> state = RefundState.find(String.valueOf(refund.getStatus()));
        Long created = refund.getCreated();
        if (state.isEmpty() || isOdd(refund.getId(), refund.getAmount(), refund.getCurrency()) || isOdd(created)) {
            return Optional.empty();
        }
        return Optional.of(new RefundReport(
                refund.getId(),
                IntentId.orNull(refund.getPaymentIntent()),
                ChargeId.orNull(refund.getCharge()),
                new Amount(refund.getAmount(), refund.getCurrency()),
                state.get(),
                StripeText.clean(refund.getReason()),
                StripeText.clean(refund.getFailureReason()),
                Instant.ofEpochSecond(created),
                toldAt));
    }

    static GatewayReport of(Dispute dispute, Instant toldAt) {
        Optional<DisputeState> state = DisputeState.find(String.valueOf(dispute.getStatus()));
        Long created = dispute.getCreated();
        if (state.isEmpty() || isOdd(dispute.getId(), dispute.getAmount(), dispute.getCurrency()) || isOdd(created)) {
            return new GatewayReport.Unclear();
        }
        String reason = StripeText.clean(dispute.getReason());
        return new GatewayReport.Dispute(new DisputeReport(
                dispute.getId(),
                IntentId.orNull(dispute.getPaymentIntent()),
                ChargeId.orNull(dispute.getCharge()),
                new Amount(dispute.getAmount(), dispute.getCurrency()),
                state.get(),
                reason == null ? "general" : reason,
                evidenceDue(dispute),
                Instant.ofEpochSecond(created),
                toldAt));
    }

    private static GatewayReport total(Charge charge) {
        boolean isOdd = isOdd(charge.getId(), charge.getAmountRefunded(), charge.getCurrency());
        return isOdd
                ? new GatewayReport.Unclear()
                : new GatewayReport.RefundTotal(
                        new ChargeId(charge.getId()), new Amount(charge.getAmountRefunded(), charge.getCurrency()));
    }

    private static @Nullable Instant evidenceDue(Dispute dispute) {
        Dispute.EvidenceDetails details = dispute.getEvidenceDetails();
        Long due = details == null ? null : details.getDueBy();
        return due == null || isOdd(due) ? null : Instant.ofEpochSecond(due);
    }

    private static boolean isOdd(@Nullable String id, @Nullable Long minor, @Nullable String currency) {
        return AttemptReading.isMissing(id)
                || AttemptReading.isMissing(currency)
                || minor == null
                || minor < 0
                || minor > AttemptReading.LARGEST_AMOUNT;
    }

    private static boolean isOdd(@Nullable Long seconds) {
        return seconds == null || seconds <= 0 || seconds > StripeEventReader.LATEST;
    }
}
