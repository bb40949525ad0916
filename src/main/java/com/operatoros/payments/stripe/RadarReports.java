package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.ObjectKind;
import com.stripe.model.Review;
import com.stripe.model.radar.EarlyFraudWarning;
import java.util.Map;
import java.util.Optional;

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
        return Optional.of(new GatewayReport.FraudSuspected(StripeText.clean(warning.getFraudType()), isActionable));
    }

    static Optional<GatewayReport> find(String type, Review review) {
        return switch (type) {
            case "review.opened" -> Optional.of(new GatewayReport.Reviewed(true));
            case "review.closed" -> Optional.of(new GatewayReport.Reviewed(false));
            default -> Optional.empty();
        };
    }
}
