package com.operatoros.payments.stripe;

import com.operatoros.payments.payment.AttemptState;
import com.operatoros.payments.payment.Failure;
import com.operatoros.payments.payment.StripeObjectKind;
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
                Optional.of("succeeded".equals(intent.getStatus()) ? paid(intent, at) : new News.Unclear());
            case "payment_intent.processing" -> Optional.of(processing(intent, at));
            case "payment_intent.payment_failed" -> Optional.of(failed(intent, at));
            default -> Optional.empty();
        };
    }

    private static News paid(PaymentIntent intent, Instant at) {
        return AttemptNews.of(AttemptState.PAID, at)
                .attempt(chargeOrIntent(intent))
                .intent(intent.getId())
                .amount(intent.getAmountReceived(), intent.getCurrency())
                .news();
    }

    private static News processing(PaymentIntent intent, Instant at) {
        return AttemptNews.of(AttemptState.PROCESSING, at)
                .attempt(chargeOrIntent(intent))
                .intent(intent.getId())
                .amount(intent.getAmount(), intent.getCurrency())
                .news();
    }

    private static News failed(PaymentIntent intent, Instant at) {
        Failure failure = failure(intent);
        String charge = failedCharge(intent);
        // Without a charge, as when the client did not authenticate, each reason is an attempt of its own.
        String withoutCharge = intent.getId() + ":" + (failure == null ? "" : failure.code());
        return AttemptNews.of(AttemptState.FAILED, at)
                .attempt(charge != null ? charge : withoutCharge)
                .intent(intent.getId())
                .amount(intent.getAmount(), intent.getCurrency())
                .failure(failure)
                .news();
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
