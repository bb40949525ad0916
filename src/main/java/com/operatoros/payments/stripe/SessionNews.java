package com.operatoros.payments.stripe;

import com.operatoros.payments.payment.AttemptReport;
import com.operatoros.payments.payment.AttemptState;
import com.operatoros.payments.payment.StripeObjectKind;
import com.operatoros.payments.stripe.StripeEvent.News;
import com.stripe.model.checkout.Session;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the events of a Checkout Session say. */
final class SessionNews {

    private static final Set<String> PAID = Set.of("paid", "no_payment_required");

    private SessionNews() {}

    static void addIds(Session session, Map<StripeObjectKind, String> ids) {
        StripeEventReader.addId(ids, StripeObjectKind.CHECKOUT_SESSION, session.getId());
        StripeEventReader.addId(ids, StripeObjectKind.PAYMENT_LINK, session.getPaymentLink());
        StripeEventReader.addId(ids, StripeObjectKind.PAYMENT_INTENT, session.getPaymentIntent());
    }

    static Optional<News> find(String type, Session session, Instant at) {
        boolean isPaid = session.getPaymentStatus() != null && PAID.contains(session.getPaymentStatus());
        boolean isUnpaid = "unpaid".equals(session.getPaymentStatus());
        return switch (type) {
            // Completed alone is not paid: a delayed method completes first and is paid days later.
            case "checkout.session.completed" ->
                isPaid
                        ? attempt(AttemptState.PAID, session, at)
                        : isUnpaid ? attempt(AttemptState.PROCESSING, session, at) : Optional.empty();
            case "checkout.session.async_payment_succeeded" ->
                isPaid ? attempt(AttemptState.PAID, session, at) : Optional.empty();
            // The reason is in the event of the intent.
            case "checkout.session.async_payment_failed" -> attempt(AttemptState.FAILED, session, at);
            case "checkout.session.expired" -> Optional.of(new News.SessionExpired());
            default -> Optional.empty();
        };
    }

    private static Optional<News> attempt(AttemptState state, Session session, Instant at) {
        if (session.getPaymentIntent() == null || session.getAmountTotal() == null || session.getCurrency() == null) {
            return Optional.empty();
        }
        return Optional.of(new News.Attempt(new AttemptReport(
                state, session.getPaymentIntent(), null, session.getAmountTotal(), session.getCurrency(), at, null)));
    }
}
