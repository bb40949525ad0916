package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.IntentId;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.SuspicionKind;
import com.operatoros.payments.gateway.SuspicionReport;
import com.stripe.model.Review;
import com.stripe.model.radar.EarlyFraudWarning;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what Stripe and the banks suspect of a payment. */
final class RadarReports {

    private RadarReports() {}

    static void addIds(EarlyFraudWarning warning, Map<ObjectKind, String> ids) {
        StripeEventReader.addId(ids, ObjectKind.CHARGE, warning.getCharge());
        StripeEventReader.addId(ids, ObjectKind.PAYMENT_INTENT, warning.getPaymentIntent());
    }

    static void addIds(Review review, Map<ObjectKind, String> ids) {
        StripeEventReader.addId(ids, ObjectKind.CHARGE, review.getCharge());
        StripeEventReader.addId(ids, ObjectKind.PAYMENT_INTENT, review.getPaymentIntent());
    }

    static Optional<GatewayReport> find(String type, EarlyFraudWarning warning) {
        if (!type.startsWith("radar.early_fraud_warning.")) {
            return Optional.empty();
        }
        boolean isActionable = !Boolean.FALSE.equals(warning.getActionable());
        return Optional.of(suspicion(
                warning.getId(),
                SuspicionKind.FRAUD_WARNING,
                warning.getPaymentIntent(),
                isActionable,
                warning.getFraudType()));
    }

    static Optional<GatewayReport> find(String type, Review review) {
        return switch (type) {
            case "review.opened", "review.closed" ->
                Optional.of(suspicion(
                        review.getId(),
                        SuspicionKind.REVIEW,
                        review.getPaymentIntent(),
                        type.equals("review.opened"),
                        null));
            default -> Optional.empty();
        };
    }

    private static GatewayReport suspicion(
            @Nullable String id, SuspicionKind kind, @Nullable String intent, boolean isOpen, @Nullable String words) {
        return AttemptReading.isMissing(id)
                ? new GatewayReport.Unclear()
                : new GatewayReport.Suspicion(new SuspicionReport(
                        String.valueOf(id), kind, IntentId.orNull(intent), isOpen, StripeText.clean(words)));
    }
}
