package com.operatoros.payments.stripe;

import com.operatoros.payments.payment.AttemptReport;
import com.operatoros.payments.payment.AttemptState;
import com.operatoros.payments.payment.Failure;
import com.operatoros.payments.payment.StripeObjectKind;
import com.operatoros.payments.stripe.StripeEvent.News;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeError;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the events of a payment intent say. */
final class IntentNews {

    private IntentNews() {}

    static void addIds(PaymentIntent intent, Map<StripeObjectKind, String> ids) {
        StripeEventReader.addId(ids, StripeObjectKind.PAYMENT_INTENT, intent.getId());
        StripeEventReader.addId(ids, StripeObjectKind.CHARGE, intent.getLatestCharge());
    }

    static Optional<News> find(String type, PaymentIntent intent, Instant at) {
        return switch (type) {
            case "payment_intent.succeeded" ->
                "succeeded".equals(intent.getStatus())
                        ? attempt(AttemptState.PAID, intent, intent.getAmountReceived(), at)
                        : Optional.empty();
            case "payment_intent.processing" -> attempt(AttemptState.PROCESSING, intent, intent.getAmount(), at);
            case "payment_intent.payment_failed" -> attempt(AttemptState.FAILED, intent, intent.getAmount(), at);
            default -> Optional.empty();
        };
    }

    private static Optional<News> attempt(AttemptState state, PaymentIntent intent, @Nullable Long amount, Instant at) {
        if (intent.getId() == null || amount == null || intent.getCurrency() == null) {
            return Optional.empty();
        }
        boolean failed = state == AttemptState.FAILED;
        return Optional.of(new News.Attempt(new AttemptReport(
                state,
                intent.getId(),
                failed ? failedCharge(intent) : intent.getLatestCharge(),
                amount,
                intent.getCurrency(),
                at,
                failed ? failure(intent) : null)));
    }

    /** The failed charge is the error's; the latest one may already be the next try. */
    private static @Nullable String failedCharge(PaymentIntent intent) {
        StripeError error = intent.getLastPaymentError();
        return error != null && error.getCharge() != null ? error.getCharge() : intent.getLatestCharge();
    }

    private static @Nullable Failure failure(PaymentIntent intent) {
        StripeError error = intent.getLastPaymentError();
        if (error == null) {
            return null;
        }
        String code = error.getDeclineCode() != null ? error.getDeclineCode() : error.getCode();
        return new Failure(code, error.getMessage() == null ? "" : error.getMessage());
    }
}
