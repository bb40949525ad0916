package com.operatoros.payments.stripe;

import com.operatoros.payments.gateway.AttemptState;
import com.operatoros.payments.gateway.Failure;
import com.operatoros.payments.gateway.GatewayReport;
import com.operatoros.payments.gateway.ObjectKind;
import com.operatoros.payments.gateway.Remark;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the events of a payment intent. */
final class IntentReports {

    private IntentReports() {}

    static void addIds(PaymentIntent intent, Map<ObjectKind, String> ids) {
        StripeEventReader.addId(ids, ObjectKind.PAYMENT_INTENT, intent.getId());
        StripeEventReader.addId(ids, ObjectKind.CHARGE, intent.getLatestCharge());
    }

    static Optional<GatewayReport> find(String type, PaymentIntent intent, Instant at) {
        return switch (type) {
            case "payment_intent.succeeded" ->
                Optional.of("succeeded".equals(intent.getStatus()) ? paid(intent, at) : new GatewayReport.Unclear());
            case "payment_intent.processing" -> Optional.of(underWay(AttemptState.PROCESSING, intent, at));
            case "payment_intent.requires_action" ->
                isTransferAwaited(intent) ? Optional.of(underWay(AttemptState.WAITING, intent, at)) : Optional.empty();
            case "payment_intent.partially_funded" ->
                Optional.of(new GatewayReport.Passed(Remark.TRANSFER_IN_PART, null));
            case "payment_intent.canceled" -> Optional.of(canceled(intent, at));
            case "payment_intent.payment_failed" -> Optional.of(failed(intent, at));
            default -> Optional.empty();
        };
    }

    private static GatewayReport paid(PaymentIntent intent, Instant at) {
        return AttemptReading.of(AttemptState.PAID, at)
                .attempt(chargeOrIntent(intent))
                .intent(intent.getId())
                .amount(intent.getAmountReceived(), intent.getCurrency())
                .report();
    }

    /**
     * Whether the client is through with the page and is to transfer the money, or to pay at a counter. Other actions, as to
     * confirm a card, are taken on the page itself.
     */
    static boolean isTransferAwaited(PaymentIntent intent) {
        String next = intent.getNextAction() == null
                ? ""
                : String.valueOf(intent.getNextAction().getType());
        return next.equals("display_bank_transfer_instructions") || next.endsWith("_display_details");
    }

    /** The intent as a whole, since it may end without a charge, or by another one. */
    private static GatewayReport canceled(PaymentIntent intent, Instant at) {
        return AttemptReading.of(AttemptState.CANCELED, at)
                .attempt(intent.getId())
                .intent(intent.getId())
                .amount(intent.getAmount(), intent.getCurrency())
                .report();
    }

    private static GatewayReport underWay(AttemptState state, PaymentIntent intent, Instant at) {
        return AttemptReading.of(state, at)
                .attempt(state == AttemptState.WAITING ? intent.getId() : chargeOrIntent(intent))
                .intent(intent.getId())
                .amount(intent.getAmount(), intent.getCurrency())
                .report();
    }

    private static GatewayReport failed(PaymentIntent intent, Instant at) {
        Failure failure = failure(intent);
        String charge = failedCharge(intent);
        // Without a charge, as when the client did not authenticate, each reason is an attempt of its own.
        String withoutCharge = intent.getId() + ":" + (failure == null ? "" : failure.code());
        return AttemptReading.of(AttemptState.FAILED, at)
                .attempt(charge != null ? charge : withoutCharge)
                .intent(intent.getId())
                .amount(intent.getAmount(), intent.getCurrency())
                .failure(failure)
                .report();
    }

    private static @Nullable String chargeOrIntent(PaymentIntent intent) {
        return intent.getLatestCharge() != null ? intent.getLatestCharge() : intent.getId();
    }

    /** The failed charge is the error's, if there was one; the latest charge may be another try. */
    private static @Nullable String failedCharge(PaymentIntent intent) {
        StripeError error = intent.getLastPaymentError();
        return error != null ? error.getCharge() : intent.getLatestCharge();
    }

    private static @Nullable Failure failure(PaymentIntent intent) {
        StripeError error = intent.getLastPaymentError();
        if (error == null) {
            return null;
        }
        String code = error.getDeclineCode() != null ? error.getDeclineCode() : error.getCode();
        String message = StripeText.clean(error.getMessage());
        return new Failure(StripeText.clean(code), message == null ? "" : message);
    }
}
